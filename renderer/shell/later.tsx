import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react'

const parts: (() => Promise<unknown>)[] = []

/**
 * A part of the window that its first screen does not show, so that no start waits for its code. `readLater` reads it when
 * the window has nothing else to do; who asks for it before that sees `meanwhile`, who asks after sees it at once.
 */
export function later<Props extends object>(
  read: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null
): ComponentType<Props> {
  let known: ComponentType<Props> | undefined
  const load = async () => (known = await read())
  const Awaited = lazy(async () => ({ default: await load() }))
  parts.push(load)
  return function Part(props: Props) {
    // Chosen once: what is shown must not start anew when it becomes known.
    const [Shown] = useState(() => known ?? Awaited)
    return (
      <Suspense fallback={meanwhile}>
        <Shown {...props} />
      </Suspense>
    )
  }
}

/** Reads every part that is `later`. */
export async function readLater(): Promise<void> {
  await Promise.all(parts.map(load => load()))
}
