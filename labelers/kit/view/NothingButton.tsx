import type { ReactNode } from 'react'
import { Button } from '../../../renderer/ui/Button.tsx'
import { Icon } from '../../../renderer/ui/Icon.tsx'
import type { Scope } from '../view.ts'

interface NothingButtonProps {
  readonly scope: Scope
  /** It was said. */
  readonly said: boolean
  readonly onToggle: () => void
  /** What is said: `Nothing here`. */
  readonly children: ReactNode
}

/** Says that an item has nothing of what is asked for, or takes it back: for labelers with a binding `nothing.toggle`. */
export function NothingButton({ scope, said, onToggle, children }: NothingButtonProps) {
  return (
    <Button
      small
      on={said}
      keys={scope.capOf('nothing.toggle')}
      keysOff={!scope.acts('nothing.toggle')}
      onClick={() => {
        scope.take()
        onToggle()
      }}
    >
      {said && <Icon name="check" small />}
      {children}
    </Button>
  )
}
