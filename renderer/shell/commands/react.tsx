import { createContext, type ReactNode, useContext, useEffect, useRef, useSyncExternalStore } from 'react'
import { Cap } from '../../ui/Cap.tsx'
import type { Command } from './command.ts'
import { CommandRegistry } from './registry.ts'

const RegistryContext = createContext(new CommandRegistry())

export function RegistryProvider({ registry, children }: { registry: CommandRegistry; children: ReactNode }) {
  return <RegistryContext value={registry}>{children}</RegistryContext>
}

export function useRegistry(): CommandRegistry {
  return useContext(RegistryContext)
}

/** The registry, and a new render whenever commands, keys or place change. */
export function useLiveRegistry(): CommandRegistry {
  const registry = useRegistry()
  useSyncExternalStore(registry.subscribe, () => registry.version)
  return registry
}

/** Registers commands while the caller is mounted. `run` and `enabled` always see the newest render. */
export function useCommands(commands: readonly Command[]): void {
  const registry = useRegistry()
  const newest = useRef(commands)
  useEffect(() => {
    newest.current = commands
  })
  const shape = JSON.stringify(
    commands.map(command => [command.id, command.title, command.scope, command.keys])
  )
  useEffect(() => {
    const find = (id: string) => newest.current.find(command => command.id === id)
    return registry.register(
      newest.current.map(command => ({
        ...command,
        run: () => find(command.id)?.run(),
        enabled: () => find(command.id)?.enabled?.() ?? true
      }))
    )
  }, [registry, shape])
}

/** The caps of a command: solid where its key acts now, else dashed. Nothing if it has no key. */
export function CommandCap({ id }: { id: string }) {
  const registry = useLiveRegistry()
  const command = registry.byId(id)
  const key = command === undefined ? undefined : registry.capOf(command)
  if (command === undefined || key === undefined) return null
  return <Cap keys={key} off={!registry.acts(command, key)} />
}
