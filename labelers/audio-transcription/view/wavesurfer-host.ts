import WaveSurfer, { type WaveSurferOptions } from 'wavesurfer.js'

/** A waveform drawer and the element to put into the page. */
export interface Hosted {
  readonly surfer: WaveSurfer
  readonly element: HTMLElement
}

/**
 * A wavesurfer whose style is a sheet of its shadow root. It writes a `<style>` there, which the content policy of the window
 * refuses: so it is made outside the page, where a style is not applied yet, and the style is moved before it gets in.
 */
export function hostedWave(options: Omit<WaveSurferOptions, 'container'>): Hosted {
  const element = document.createElement('div')
  const surfer = WaveSurfer.create({ ...options, container: element })
  const root = element.firstElementChild?.shadowRoot
  const style = root?.querySelector('style')
  if (root !== null && root !== undefined && style !== null && style !== undefined) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style.textContent)
    style.remove()
    root.adoptedStyleSheets = [sheet]
  }
  return { surfer, element }
}
