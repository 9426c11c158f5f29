import { createRoot, type Root } from 'react-dom/client'
import { flushSync } from 'react-dom'
import type { SharedState } from '../../../labelers/kit/view.ts'
import { codePoint } from '../../../labelers/kit/offsets.ts'
import type { Answer, Config } from '../../../labelers/text-entities/schema.ts'
import '../../../renderer/theme/base.css'
import { benchDocument, labelIds, nativeAbilities, painted } from '../document.ts'
import '../../desk/desk.css'
import { Desk } from './desk.tsx'

/** The views of a text as the label screen shows them: palette, text, region list. */
const config: Config = {
  labels: labelIds.map((id, place) => ({ id, name: id, exportIndex: place })),
  granularity: 'word',
  overlap: 'any'
}
const host = document.querySelector('#root') as HTMLElement
let root: Root | undefined
let press: (binding: string) => boolean = () => false
let shared: SharedState | undefined
let shown = benchDocument(0, 0)
let opened = 0

window.bench = {
  async open(size, count) {
    shown = benchDocument(size, count)
    const { text, spans } = shown
    const answer: Answer = {
      offsetUnit: 'codepoint',
      spans: spans.map(({ id, start, end, label }) => ({
        id,
        start: codePoint(start),
        end: codePoint(end),
        label,
        text: text.slice(start, end)
      }))
    }
    const item = { id: `bench-${++opened}`, source: '', fingerprint: '', fields: { text }, meta: {} }
    root?.unmount()
    await painted()
    const from = performance.now()
    const made = createRoot(host)
    root = made
    flushSync(() =>
      made.render(
        <Desk
          config={config}
          item={item}
          initial={answer}
          onReady={(pressKey, state) => {
            press = pressKey
            shared = state
          }}
        />
      )
    )
    await painted()
    return performance.now() - from
  },
  async add(nth) {
    const place = shown.free[nth]
    if (place === undefined || shared === undefined) throw new Error('No free place is left.')
    await painted()
    const from = performance.now()
    shared.set('entities.selection', {
      item: `bench-${opened}`,
      value: { anchor: place.start, head: place.end }
    })
    await Promise.resolve()
    if (!press('label.apply:event')) throw new Error('The key of a label does nothing.')
    await painted()
    return performance.now() - from
  },
  native: () => nativeAbilities(document.querySelectorAll('[role="group"] [dir]'), shown.text)
}
