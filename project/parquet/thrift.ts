/** A struct of Thrift's compact protocol: numbers and structs by field id; everything else is passed over. */
export type ThriftStruct = ReadonlyMap<number, number | ThriftStruct>

/** Reads one struct. `end` is where it ends. @throws RangeError where the bytes end before. */
export function thriftStruct(
  view: DataView,
  start: number,
  depth = 0
): { readonly struct: ThriftStruct; readonly end: number } {
  if (depth > 16) throw new RangeError('too deep')
  const fields = new Map<number, number | ThriftStruct>()
  let at = start
  let id = 0
  for (;;) {
    const head = view.getUint8(at++)
    const type = head & 15
    if (type === 0) return { struct: fields, end: at }
    if (head >> 4 === 0) [id, at] = zigzag(view, at)
    else id += head >> 4
    if (type === 12) {
      const inner = thriftStruct(view, at, depth + 1)
      fields.set(id, inner.struct)
      at = inner.end
    } else if (type >= 3 && type <= 6) {
      const [value, next] = type === 3 ? ([view.getInt8(at), at + 1] as const) : zigzag(view, at)
      fields.set(id, value)
      at = next
    } else at = passed(view, at, type, depth, fields, id)
  }
}

function passed(
  view: DataView,
  at: number,
  type: number,
  depth: number,
  fields: Map<number, number | ThriftStruct>,
  id: number
): number {
  if (type === 1 || type === 2) {
    fields.set(id, type === 1 ? 1 : 0)
    return at
  }
  if (type === 7) return at + 8
  if (type === 8) {
    const [length, next] = varint(view, at)
    return next + length
  }
  if (type !== 9 && type !== 10) throw new RangeError('unknown type')
  const head = view.getUint8(at)
  const [count, first] = head >> 4 === 15 ? varint(view, at + 1) : ([head >> 4, at + 1] as const)
  let next = first
  for (let n = 0; n < count; n++) {
    const inner = head & 15
    if (inner === 12) next = thriftStruct(view, next, depth + 1).end
    else if (inner <= 3) next += 1
    else if (inner <= 6) next = varint(view, next)[1]
    else next = passed(view, next, inner, depth, new Map(), 0)
    if (next > view.byteLength) throw new RangeError('beyond the end')
  }
  return next
}

/** The value, and where the next begins. Beyond 53 bits it is no longer exact, which no size of a file is. */
export function varint(view: DataView, start: number): [value: number, next: number] {
  let value = 0
  for (let n = 0; n < 10; n++) {
    const byte = view.getUint8(start + n)
    value += (byte & 127) * 2 ** (7 * n)
    if (byte < 128) return [value, start + n + 1]
  }
  throw new RangeError('a number has no end')
}

function zigzag(view: DataView, start: number): [number, number] {
  const [value, next] = varint(view, start)
  return [value % 2 === 0 ? value / 2 : -(value + 1) / 2, next]
}
