import type { Client } from '../electron/api/contract.ts'

interface AppProps {
  readonly client: Client
}

/** The whole window. Everything outside it is reached through the client. */
export function App({ client }: AppProps) {
  return <main data-client={typeof client.call}>Goldset</main>
}
