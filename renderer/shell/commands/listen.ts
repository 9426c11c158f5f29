import { chordsOf } from './chord.ts'
import type { Place } from './command.ts'
import type { CommandRegistry } from './registry.ts'

const typedIn = new Set(['text', 'search', 'number', 'email', 'url', 'tel', 'password', 'date', 'time'])

/** Whether keys typed at this element are text for it. */
function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  if (target instanceof HTMLInputElement) return typedIn.has(target.type)
  return target.isContentEditable || target.getAttribute('contenteditable') === 'true'
}

function pressesItself(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('button, a[href], summary, input, [role=button], [role=tab], [role=option]') !== null
  )
}

/** Where keys pressed at this element go. */
function placeOf(target: EventTarget | null): Pick<Place, 'typing' | 'answering' | 'part'> {
  const said = (name: string) =>
    (target instanceof Element ? target.closest(`[${name}]`)?.getAttribute(name) : undefined) ?? null
  return { typing: isTextField(target), answering: said('data-answer'), part: said('data-keys') }
}

/**
 * The one keydown listener of the window. What a view has handled itself (`preventDefault`) is left alone, and so is
 * everything while an input method composes.
 */
export function listenForKeys(registry: CommandRegistry, target: Window = window): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    // 229: the key went to an input method that does not say it is composing.
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return
    const chords = chordsOf(event)
    const first = chords[0]
    if (first === undefined) return
    registry.move(placeOf(event.target))
    const command = registry.find(chords)
    const leaves = first === 'Escape' && registry.place.typing && registry.place.overlay === null
    if (leaves && command === undefined) {
      ;(event.target as HTMLElement).blur()
      event.preventDefault()
      return
    }
    if ((first === 'Enter' || first === 'Space') && pressesItself(event.target)) return
    if (command === undefined) return
    event.preventDefault()
    if (event.repeat && command.repeats !== true) return
    command.run()
  }
  const onFocus = (event: FocusEvent) => registry.move(placeOf(event.target))
  const onBlur = () => registry.move({ typing: false, answering: null, part: null })
  target.addEventListener('keydown', onKeyDown)
  target.addEventListener('focusin', onFocus)
  target.addEventListener('focusout', onBlur)
  return () => {
    target.removeEventListener('keydown', onKeyDown)
    target.removeEventListener('focusin', onFocus)
    target.removeEventListener('focusout', onBlur)
  }
}
