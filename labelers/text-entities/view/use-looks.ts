import { useMemo } from 'react'
import type { Look } from './looks.ts'
import { looksOf } from './looks.ts'
import type { Props } from './text-state.ts'

/** How labels look now. The same function until a label or a key changes: drawing again is what it costs to change. */
export function useLooks({ config, scope }: Pick<Props, 'config' | 'scope'>): (label: string) => Look {
  const caps = config.labels.map(label => scope.capOf(`label.apply:${label.id}`) ?? '').join('\n')
  return useMemo(() => looksOf(config.labels, caps.split('\n')), [config.labels, caps])
}
