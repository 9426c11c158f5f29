import { createRoot } from 'react-dom/client'
import type { Client } from '../electron/api/contract.ts'
import { App } from './App.tsx'
import { readLater } from './shell/later.tsx'
import { Desk } from './state/desk.ts'
import './theme/base.css'

declare global {
  interface Window {
    /** Put there by preload. */
    readonly goldset: Client
  }
}

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
const desk = new Desk(window.goldset)
// Before the first rendering: what preload asked for is often there by then, and home is painted whole at once.
void desk.start()
createRoot(root).render(<App desk={desk} />)
// Once home is on the screen: reading them before would delay it.
new PerformanceObserver((_painted, observer) => {
  observer.disconnect()
  requestIdleCallback(() => void readLater())
}).observe({ type: 'paint', buffered: true })
