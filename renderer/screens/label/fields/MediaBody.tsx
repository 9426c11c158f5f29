import { useState } from 'react'
import type { MediaInfo } from '../../../../schemas/item.ts'
import { Note } from '../../../ui/Note.tsx'
import { mediaUrl } from '../media-url.ts'
import styles from './fields.module.css'

interface MediaBodyProps {
  readonly kind: 'image' | 'audio'
  /** Relative to the project. */
  readonly path: string
  readonly name: string
  readonly info: MediaInfo | undefined
}

const words = {
  image: { what: 'picture', needs: 'a picture this app can show' },
  audio: { what: 'recording', needs: 'a recording this app can play' }
}

/** A picture fitted to the column, or a player; in its place the reason where there is neither. */
export function MediaBody({ kind, path, name, info }: MediaBodyProps) {
  const [failed, setFailed] = useState('')
  const { what, needs } = words[kind]
  if (path === '') return <p className="faint">This item has no {what}.</p>
  const problem = info?.problem ?? (failed === path ? `The file is missing, or is not ${needs}.` : undefined)
  if (problem !== undefined)
    return (
      <Note look="bad">
        {problem} <bdi className="mono">{path}</bdi>
      </Note>
    )
  const fail = () => setFailed(path)
  return kind === 'image' ? (
    <img className={styles.picture} src={mediaUrl(path)} alt={`${name}: ${path}`} onError={fail} />
  ) : (
    <audio
      className={styles.player}
      src={mediaUrl(path)}
      aria-label={name}
      controls
      preload="metadata"
      onError={fail}
    />
  )
}
