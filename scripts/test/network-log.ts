/** What an strace log of `connect` calls says about the network. */
export interface NetworkLog {
  /** All connect calls seen, local sockets among them. None at all means that nothing was watched. */
  readonly connects: number
  /** The lines of those that would leave this machine, or ask a name server to. */
  readonly outside: readonly string[]
}

export function readNetworkLog(log: string): NetworkLog {
  const lines = log.split('\n').filter(line => /\bconnect\(/.test(line))
  return { connects: lines.length, outside: lines.filter(leavesTheMachine) }
}

function leavesTheMachine(line: string): boolean {
  if (!/\bAF_INET6?\b/.test(line)) return false
  const address = /inet_addr\("([^"]+)"\)/.exec(line)?.[1] ?? /inet_pton\(AF_INET6, "([^"]+)"/.exec(line)?.[1]
  const port = /sin6?_port=htons\((\d+)\)/.exec(line)?.[1]
  // An address we cannot read is not one we can call local. A local name server passes questions on.
  if (address === undefined || port === '53') return true
  return !(/^(::ffff:)?127\./.test(address) || address === '::1')
}
