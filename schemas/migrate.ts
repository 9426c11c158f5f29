/** One numbered, named step of a format. `to` is the version it makes out of `to - 1`. */
export interface Migration {
  readonly to: number
  readonly name: string
  up(document: unknown): unknown
}

/**
 * Runs every step from `from` up to `current`, in order.
 * @throws when the list has a gap: a migration that was never written is a bug, not bad input.
 */
export function migrate(
  document: unknown,
  from: number,
  current: number,
  migrations: readonly Migration[]
): unknown {
  let result = document
  for (let version = from + 1; version <= current; version++) {
    const step = migrations.find(migration => migration.to === version)
    if (step === undefined) throw new Error(`No migration to version ${version}`)
    result = step.up(result)
  }
  return result
}
