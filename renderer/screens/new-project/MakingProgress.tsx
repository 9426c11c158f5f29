import { useEffect, useState } from 'react'
import type { Events } from '../../../electron/api/contract.ts'
import { useDesk } from '../../shell/desk-context.tsx'
import { inThousands } from '../../shell/place-names.ts'

/** How far the copying of the data is; nothing while there is nothing to say. */
export function MakingProgress() {
  const { client } = useDesk()
  const [progress, setProgress] = useState<Events['project.progress'] | null>(null)
  useEffect(() => client.on('project.progress', setProgress), [client])
  if (progress === null || progress.of < 2) return null
  const { done, of } = progress
  return (
    <>
      <progress max={of} value={done} aria-label="Data copied" />
      <span className="dim" role="status">
        {inThousands(done)} of {inThousands(of)} copied
      </span>
    </>
  )
}
