import { builtinModules } from 'node:module'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'

export const root = path.resolve(import.meta.dirname, '../..')
export const out = path.join(root, 'out')

const base = {
  root,
  configFile: false,
  logLevel: 'warn',
  clearScreen: false,
  publicDir: false,
  // Which plugin took how long is news for whoever tunes the build, not for whoever runs it.
  build: { rolldownOptions: { checks: { pluginTimings: false } } }
} satisfies InlineConfig

/** Code for Node with everything in it but Node's own modules and Electron: one file, or `split` where it is imported later. */
export function forNode(entry: string, file: string, format: 'cjs' | 'esm', split = false): InlineConfig {
  return {
    ...base,
    ssr: { noExternal: true, external: ['electron'], target: 'node' },
    build: {
      ssr: entry,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        ...base.build.rolldownOptions,
        external: ['electron', ...builtinModules, /^node:/],
        // It would put what parts share into the largest of them, and the first part would load that.
        experimental: { chunkOptimization: false },
        output: {
          format,
          entryFileNames: file,
          chunkFileNames: '[name].cjs',
          codeSplitting: split
        }
      }
    }
  }
}

/** A page of the window, from the folder that holds its index.html. */
export function forWindow(folder: string): InlineConfig {
  return {
    ...base,
    root: path.join(root, folder),
    base: './',
    plugins: [react()],
    build: {
      ...base.build,
      target: 'chrome130',
      modulePreload: { polyfill: false },
      // The window's content policy allows no data: scripts or fonts; every asset is a file.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 5000
    }
  }
}

export interface Target {
  readonly config: InlineConfig
  /** A file of it that people run. */
  readonly executable?: string
}

/** Folder of out/ → how it is made. Main and preload are CommonJS: neither may load after the app is ready. */
export const targets: Readonly<Record<'main' | 'sound' | 'preload' | 'renderer' | 'cli', Target>> = {
  main: { config: forNode('electron/main/index.ts', 'index.cjs', 'cjs', true) },
  sound: { config: forNode('electron/main/sound/thread.ts', 'thread.cjs', 'cjs') },
  preload: { config: forNode('electron/preload/index.ts', 'index.cjs', 'cjs') },
  cli: {
    config: forNode('cli/goldset.ts', 'goldset.js', 'esm'),
    executable: 'goldset.js'
  },
  renderer: { config: forWindow('renderer') }
}
