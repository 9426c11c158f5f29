import { useEffect, useRef, useState } from 'react'
import type { QueueRow } from '../../../electron/api/contract.ts'
import { Icon } from '../../ui/Icon.tsx'
import { mediaUrl } from './media-url.ts'
import type { OneByOne } from './one-by-one.ts'
import styles from './Thumbnail.module.css'

interface ThumbnailProps {
  /** Undefined: not known yet. */
  readonly media: QueueRow['media']
  readonly turns: OneByOne
}

/**
 * A picture in a row of the queue. Only what is in sight is read, one after another, so that the picture on the desk does
 * not wait; what must not be decoded is not asked for. Give it the path as its key.
 */
export function Thumbnail({ media, turns }: ThumbnailProps) {
  const box = useRef<HTMLSpanElement>(null)
  const [state, setState] = useState<'waiting' | 'begun' | 'failed'>('waiting')
  const end = useRef<() => void>(undefined)
  const refused = media === undefined || media.problem !== undefined
  useEffect(() => {
    const element = box.current
    if (refused || element === null) return
    const sight = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting === true) end.current ??= turns.join(() => setState('begun'))
    })
    sight.observe(element)
    return () => {
      sight.disconnect()
      end.current?.()
      end.current = undefined
    }
  }, [refused, turns])
  const failed = media?.problem !== undefined || state === 'failed'
  return (
    <span ref={box} className={styles.box}>
      {failed && <Icon name="warn" small />}
      {state === 'begun' && media !== undefined && (
        <img
          src={mediaUrl(media.path)}
          alt=""
          decoding="async"
          draggable={false}
          onLoad={() => end.current?.()}
          onError={() => {
            setState('failed')
            end.current?.()
          }}
        />
      )}
    </span>
  )
}
