import type { Session } from 'electron'
import { appFiles } from './app-files.ts'
import type { MediaRequest } from './ranged.ts'
import { DATA_SCHEME, PAGE_SCHEME } from './scheme.ts'

/** Answers every address of ours: the app's own pages, files of the open project, and nothing else. */
export function serveProtocols(
  session: Session,
  options: {
    readonly rendererFolder: string
    media(request: MediaRequest): Promise<Response>
    sound(request: MediaRequest): Promise<Response>
  }
): void {
  const app = appFiles(options.rendererFolder)
  /*
   * Electron reads the files, on a thread of its own: through `handle` every script of the first page waited for this one,
   * which is busy starting, and for the `Response` of Node to be read. Deprecated for `handle`, which cannot do that;
   * `registerSource` can, in Electron from 45 on only, and it sends no content policy.
   */
  session.protocol.registerFileProtocol(PAGE_SCHEME, (request, answer) => answer(app(request.url)))
  session.protocol.handle(DATA_SCHEME, request => {
    const asked = { url: request.url, method: request.method, range: request.headers.get('range') }
    const { host } = new URL(request.url)
    if (host === 'media') return options.media(asked)
    if (host === 'sound') return options.sound(asked)
    return new Response('Not found', { status: 404 })
  })
}
