import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import type { MediaInfo } from '../../../schemas/item.ts'
import { fieldText } from '../../kit/field-text.ts'
import { sizeOfItem, type Size } from '../image-size.ts'
import type { Props } from './boxes-state.ts'
import { Pictures } from './pictures.ts'

/** What is known of the image of the item on the screen. */
export interface Picture {
  readonly url: string
  /** Pixels as displayed. Undefined: not known yet. */
  readonly size: Size | undefined
  readonly isLoading: boolean
  /** Why it cannot be shown, in a sentence. */
  readonly problem: string | undefined
}

interface Loaded {
  readonly url: string
  readonly size?: Size
  readonly problem?: string
}

/** Puts the item's image into its holder and decodes the next ones. An image that must not be decoded is not asked for. */
export function usePicture(props: Props, holder: RefObject<HTMLElement | null>): Picture {
  const { item, task, mediaUrl, ahead } = props
  const [pictures] = useState(() => new Pictures())
  const [loaded, setLoaded] = useState<Loaded>({ url: '' })
  const path = fieldText(item, task.field)
  const url = path === '' ? '' : mediaUrl(path)
  const refusal = refusalOf(props)

  useLayoutEffect(() => {
    const host = holder.current
    if (host === null) return
    host.replaceChildren()
    if (refusal !== undefined) return
    const image = pictures.of(url)
    host.append(image)
    const took = () => {
      const { naturalWidth: width, naturalHeight: height } = image
      setLoaded(
        width === 0
          ? { url, problem: 'This image has no size of its own, so nothing can be drawn on it.' }
          : { url, size: { width, height } }
      )
    }
    const failed = () =>
      setLoaded({
        url,
        problem: `${path} cannot be shown: it is not there, or it is no image that can be read.`
      })
    if (image.complete) return image.naturalWidth > 0 ? took() : failed()
    image.addEventListener('load', took)
    image.addEventListener('error', failed)
    return () => {
      image.removeEventListener('load', took)
      image.removeEventListener('error', failed)
    }
  }, [holder, pictures, url, path, refusal])

  useEffect(() => {
    const next = ahead.flatMap(other => {
      const path = fieldText(other, task.field)
      return path === '' || infoOf(other.media, task.field)?.problem !== undefined ? [] : [mediaUrl(path)]
    })
    void pictures.prepare(next, url)
  }, [pictures, ahead, task, mediaUrl, url])

  const now = loaded.url === url ? loaded : undefined
  return {
    url,
    size: sizeOfItem({ item, field: task.field }) ?? now?.size,
    isLoading: refusal === undefined && now === undefined,
    problem: refusal ?? now?.problem
  }
}

/** Why the image of an item is not even asked for, in a sentence. Undefined: it is. */
export function refusalOf({ item, task }: Pick<Props, 'item' | 'task'>): string | undefined {
  if (fieldText(item, task.field) === '') return 'This item names no image.'
  return infoOf(item.media, task.field)?.problem
}

function infoOf(media: Props['item']['media'], field: string): MediaInfo | undefined {
  return media !== undefined && Object.hasOwn(media, field) ? media[field] : undefined
}
