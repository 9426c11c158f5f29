import { useEffect, useState } from 'react'
import { type Frames, Playback } from './playback.ts'

const frames: Frames = frame => {
  let next = requestAnimationFrame(function again() {
    next = requestAnimationFrame(again)
    frame()
  })
  return () => cancelAnimationFrame(next)
}

/** A media element for this address with what plays it, until the caller goes. */
export function usePlayback(url: string | undefined, speed: number): readonly [HTMLAudioElement, Playback] {
  const [media] = useState(() => {
    const element = new Audio()
    element.preload = 'auto'
    return element
  })
  const [playback] = useState(() => new Playback(media, frames))
  useEffect(() => {
    if (url === undefined) return
    media.src = url
    // Setting an address sets the speed back.
    media.defaultPlaybackRate = speed
    playback.setSpeed(speed)
    return () => {
      media.pause()
      // Lets go of what was read of the file.
      media.removeAttribute('src')
      media.load()
    }
    // The speed is the one it opens with.
  }, [media, playback, url])
  return [media, playback]
}
