import { useMemo } from 'react'
import { type Look, looksOf } from '../../kit/view/looks.ts'
import type { Props } from './transcript-state.ts'

/** How speakers look, their keys being those of `speaker.apply:<id>` without the Alt that all of them need. */
export function useLooks({ config, scope }: Pick<Props, 'config' | 'scope'>): (label: string) => Look {
  const caps = config.labels
    .map(({ id }) => (scope.capOf(`speaker.apply:${id}`) ?? '').replace(/^Alt\+/, ''))
    .join('\n')
  return useMemo(() => looksOf(config.labels, caps.split('\n')), [config.labels, caps])
}
