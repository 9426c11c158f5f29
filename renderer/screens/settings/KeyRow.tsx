import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Cap } from '../../ui/Cap.tsx'
import { keyInWords } from '../../ui/key-words.ts'
import { chordsOf } from '../../shell/commands/chord.ts'
import type { Command } from '../../shell/commands/command.ts'
import { conflictsOf } from '../../shell/commands/conflicts.ts'
import { useLiveRegistry } from '../../shell/commands/react.tsx'
import styles from './KeyList.module.css'
import { knownCommands } from './known-commands.ts'

interface KeyRowProps {
  readonly command: Command
  /** New keys by command id; null gives the defaults back. */
  readonly onChange: (changes: readonly (readonly [string, string[] | null])[]) => void
}

/** One command: press the button, then the key it is to have. */
export function KeyRow({ command, onChange }: KeyRowProps) {
  const registry = useLiveRegistry()
  const [listening, setListening] = useState(false)
  const [wanted, setWanted] = useState<string | null>(null)
  const keys = registry.keysOf(command)
  const taken = wanted === null ? [] : conflictsOf(registry, command, wanted, knownCommands(registry))

  const take = (chord: string) => {
    setListening(false)
    if (conflictsOf(registry, command, chord, knownCommands(registry)).length > 0) setWanted(chord)
    else onChange([[command.id, [chord, ...keys.slice(1).filter(key => key !== chord)]]])
  }
  const takeAnyway = (chord: string) => {
    setWanted(null)
    onChange([
      ...taken.map(other => [other.id, registry.keysOf(other).filter(key => key !== chord)] as const),
      [command.id, [chord, ...keys.slice(1)]]
    ])
  }
  return (
    <div className={styles.row}>
      <span className="grow cut">{command.title}</span>
      {keys.map(key => (
        <Cap key={key} keys={key} />
      ))}
      <Button
        small
        look="quiet"
        on={listening}
        aria-label={`Change the key of ${command.title}`}
        onClick={() => setListening(!listening)}
        onBlur={() => setListening(false)}
        onKeyDown={event => {
          if (!listening) return
          const chord = chordsOf(event)[0]
          if (chord === undefined) return
          event.preventDefault()
          event.stopPropagation()
          if (chord === 'Escape' || chord.endsWith('Tab')) setListening(false)
          else take(chord)
        }}
      >
        {listening ? 'Press the key' : 'Change'}
      </Button>
      {registry.isRebound(command) && (
        <Button small look="quiet" onClick={() => onChange([[command.id, null]])}>
          Restore
        </Button>
      )}
      {wanted !== null && (
        <p className={styles.conflict} role="alert">
          {keyInWords(wanted)} is already {taken.map(other => `“${other.title}”`).join(' and ')}.{' '}
          <Button small onClick={() => takeAnyway(wanted)}>
            Take it from there
          </Button>{' '}
          <Button small look="quiet" onClick={() => setWanted(null)}>
            Leave it
          </Button>
        </p>
      )}
    </div>
  )
}
