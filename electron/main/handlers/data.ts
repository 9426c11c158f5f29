import { failed, ok } from '../../../schemas/schema.ts'
import type { Handlers } from '../../api/contract.ts'
import type { Desktop } from '../handlers.ts'
import { indexNews } from '../index-news.ts'

type DataCalls = Pick<Handlers, 'index.look' | 'index.stop' | 'index.goOn'>

/** The reading of the open project's data. */
export function dataHandlers({ session }: Desktop): DataCalls {
  return {
    async 'index.look'() {
      return session.current === null
        ? failed({ message: 'No project is open.' })
        : ok(indexNews(session.current))
    },
    async 'index.stop'() {
      session.current?.open.items.cancel()
      return null
    },
    async 'index.goOn'() {
      session.current?.open.items.resume()
      return null
    }
  }
}
