import type { Session } from 'electron'
import type { Files } from '../../../project/files.ts'
import { appFiles } from './app-files.ts'
import { serveMedia } from './media.ts'

/** Answers every `goldset://` address: the app's own pages, files of the open project, and nothing else. */
export function serveProtocol(
  session: Session,
  options: { readonly rendererFolder: string; readonly files: Files; root(): string | null }
): void {
  const app = appFiles(options.rendererFolder)
  session.protocol.handle('goldset', request => {
    const url = new URL(request.url)
    if (url.host === 'app') return app(url)
    if (url.host !== 'media') return new Response('Not found', { status: 404 })
    const { url: address, method } = request
    return serveMedia(options.files, options.root(), {
      url: address,
      method,
      range: request.headers.get('range')
    })
  })
}
