import { expect, test } from 'vitest'
import { readNetworkLog } from './network-log.ts'

const local = [
  '71 connect(3, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X99"}, 20) = 0',
  '71 connect(9, {sa_family=AF_INET, sin_port=htons(41233), sin_addr=inet_addr("127.0.0.1")}, 16) = -1 EINPROGRESS',
  '72 connect(9, {sa_family=AF_INET6, sin6_port=htons(9222), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0}, 28) = 0',
  '72 connect(9, {sa_family=AF_INET6, sin6_port=htons(9222), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::ffff:127.0.0.1", &sin6_addr), sin6_scope_id=0}, 28) = 0'
]
const outside = [
  '73 connect(9, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("142.250.1.1")}, 16 <unfinished ...>',
  '73 connect(9, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("127.0.0.53")}, 16) = 0',
  '73 connect(9, {sa_family=AF_INET6, sin6_port=htons(53), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:4860:4860::8888", &sin6_addr), sin6_scope_id=0}, 28) = -1 ENETUNREACH (Network is unreachable)',
  '73 connect(9, {sa_family=AF_INET, 0x7ffe}, 16) = 0'
]

test('local sockets and loopback are not the network', () => {
  expect(readNetworkLog(local.join('\n'))).toEqual({ connects: 4, outside: [] })
})

test('every address outside, a name server on loopback and an unreadable address are found', () => {
  expect(readNetworkLog([...local, ...outside, '73 +++ exited with 0 +++'].join('\n'))).toEqual({
    connects: 8,
    outside
  })
})

test('a log that saw nothing says so', () => {
  expect(readNetworkLog('73 +++ exited with 0 +++\n')).toEqual({ connects: 0, outside: [] })
})
