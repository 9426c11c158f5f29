import { useMemo } from 'react'
import type { Label } from '../../../schemas/label-set.ts'
import type { Scope } from '../view.ts'
import { type Look, looksOf } from './looks.ts'

interface Labelled {
  readonly config: { readonly labels: readonly Label[] }
  readonly scope: Pick<Scope, 'capOf'>
}

/**
 * How labels look now, their keys being those of the bindings `label.apply:<id>`. The same function until a label or a
 * key changes: drawing again is what it costs to change.
 */
export function useLooks({ config, scope }: Labelled): (label: string) => Look {
  const caps = config.labels.map(label => scope.capOf(`label.apply:${label.id}`) ?? '').join('\n')
  return useMemo(() => looksOf(config.labels, caps.split('\n')), [config.labels, caps])
}
