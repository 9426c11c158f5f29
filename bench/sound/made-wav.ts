import fs from 'node:fs'

/** Samples a second. */
export const RATE = 16_000
const HEAD = 44

/** Writes so many seconds of made-up speech, 16 bits and one channel: bursts of a buzz with pauses between them. */
export function writeWav(path: string, seconds: number): void {
  const bytes = seconds * RATE * 2
  const head = Buffer.alloc(HEAD)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(HEAD - 8 + bytes, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(bytes, 40)
  const minute = Int16Array.from({ length: 60 * RATE }, (_, n) => {
    const loud = (n >> 12) % 3 === 0 ? 0.01 : 0.4 + 0.3 * Math.sin(n / 50_000)
    return 32_767 * loud * Math.sin(n / 23) * Math.sin(n / 7) ** 3
  })
  const piece = Buffer.from(minute.buffer)
  const fd = fs.openSync(path, 'w')
  fs.writeSync(fd, head)
  for (let written = 0; written < bytes; written += piece.length)
    fs.writeSync(fd, piece, 0, Math.min(piece.length, bytes - written))
  fs.closeSync(fd)
}

/** The simplest pass that could work: lowest and highest of each hundredth of a second. Milliseconds. */
export function plainPass(path: string): number {
  const started = performance.now()
  const fd = fs.openSync(path, 'r')
  const buffer = Buffer.allocUnsafeSlow(1 << 20)
  const samples = new Int16Array(buffer.buffer, 0, buffer.length / 2)
  const width = RATE / 100
  const peaks = new Int16Array(2 * Math.ceil((fs.fstatSync(fd).size - HEAD) / 2 / width))
  let [bin, inBin, low, high] = [0, 0, 32_767, -32_768]
  for (let at = HEAD, count = 1; count > 0; at += count) {
    count = fs.readSync(fd, buffer, 0, buffer.length, at)
    for (let n = 0; n < count / 2; n++) {
      const sample = samples[n]!
      if (sample < low) low = sample
      if (sample > high) high = sample
      if (++inBin < width) continue
      peaks[2 * bin] = low
      peaks[2 * bin + 1] = high
      bin++
      inBin = 0
      low = 32_767
      high = -32_768
    }
  }
  fs.closeSync(fd)
  return performance.now() - started
}
