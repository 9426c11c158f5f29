import type { Migration } from '../../schemas/migrate.ts'

/** None yet: version 1 is the first. */
export const migrations: readonly Migration[] = []
