import type { Session } from 'electron'
import { appFiles } from './app-files.ts'
import type { MediaRequest } from './ranged.ts'

/** Answers every `goldset://` address: the app's own pages, files of the open project, and nothing else. */
export function serveProtocol(
  session: Session,
  options: {
    readonly rendererFolder: string
    media(request: MediaRequest): Promise<Response>
    sound(request: MediaRequest): Promise<Response>
  }
): void {
  const app = appFiles(options.rendererFolder)
  session.protocol.handle('goldset', request => {
    const url = new URL(request.url)
    if (url.host === 'app') return app(url)
    const asked = { url: request.url, method: request.method, range: request.headers.get('range') }
    if (url.host === 'media') return options.media(asked)
    if (url.host === 'sound') return options.sound(asked)
    return new Response('Not found', { status: 404 })
  })
}
