import type { Session } from 'electron'
import type { SoundReader } from '../../../project/audio/sounds.ts'
import type { Files } from '../../../project/files.ts'
import { appFiles } from './app-files.ts'
import { serveMedia } from './media.ts'
import { serveSound } from './sound.ts'

/** Answers every `goldset://` address: the app's own pages, files of the open project, and nothing else. */
export function serveProtocol(
  session: Session,
  options: {
    readonly rendererFolder: string
    readonly files: Files
    root(): string | null
    sounds(): SoundReader
  }
): void {
  const app = appFiles(options.rendererFolder)
  session.protocol.handle('goldset', request => {
    const url = new URL(request.url)
    if (url.host === 'app') return app(url)
    const { url: address, method } = request
    const asked = { url: address, method, range: request.headers.get('range') }
    const { files } = options
    if (url.host === 'media') return serveMedia(files, options.root(), asked)
    if (url.host === 'sound') return serveSound(files, options.root(), asked, () => options.sounds())
    return new Response('Not found', { status: 404 })
  })
}
