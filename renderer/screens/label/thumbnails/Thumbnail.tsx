import { useEffect, useRef, useState } from 'react'
import type { QueueRow } from '../../../../electron/api/contract.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { mediaUrl } from '../media-url.ts'
import styles from './Thumbnail.module.css'
import type { Thumbnails } from './thumbnails.ts'

/** As wide and high as its box, twice for screens with small pixels. */
const shape = { width: 88, height: 64 }

interface ThumbnailProps {
  /** Undefined: not known yet. */
  readonly media: QueueRow['media']
  readonly thumbnails: Thumbnails
}

/**
 * A picture in a row of the queue. It is made when it comes into sight; what must not be decoded is not asked for. Give it
 * the path as its key.
 */
export function Thumbnail({ media, thumbnails }: ThumbnailProps) {
  const box = useRef<HTMLCanvasElement>(null)
  const [failed, setFailed] = useState(false)
  const { path, problem } = media ?? {}
  useEffect(() => {
    const canvas = box.current
    if (canvas === null || path === undefined) return undefined
    let giveUp = () => {}
    const sight = new IntersectionObserver(([entry]) => {
      giveUp()
      if (entry?.isIntersecting !== true) return
      giveUp = thumbnails.want({ url: mediaUrl(path), shape }, bitmap => {
        sight.disconnect()
        if (bitmap === null) setFailed(true)
        else canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
      })
    })
    sight.observe(canvas)
    return () => {
      sight.disconnect()
      giveUp()
    }
  }, [path, thumbnails])
  return failed || problem !== undefined ? (
    <span className={styles.box}>
      <Icon name="warn" small />
    </span>
  ) : (
    <canvas ref={box} className={styles.box} {...shape} aria-hidden="true" />
  )
}
