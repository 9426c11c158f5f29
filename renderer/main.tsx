import { createRoot } from 'react-dom/client'
import type { Client } from '../electron/api/contract.ts'
import { App } from './App.tsx'
import { readLater } from './shell/later.tsx'
import './theme/base.css'

declare global {
  interface Window {
    /** Put there by preload. */
    readonly goldset: Client
  }
}

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(<App client={window.goldset} />)
// In the frame after the first: what it shows waits for nothing else.
requestAnimationFrame(() => requestIdleCallback(() => void readLater()))
