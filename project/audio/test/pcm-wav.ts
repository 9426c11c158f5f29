/** A WAV file that holds these samples, -1 to 1, one list for each channel. Negative bits: floating point. */
export function pcmWav(
  channels: readonly (readonly number[] | Float32Array)[],
  { sampleRate, bits = 16, tag = bits < 0 ? 3 : 1 }: { sampleRate: number; bits?: number; tag?: number }
): Buffer {
  const width = Math.ceil(Math.abs(bits) / 8)
  const length = channels[0]?.length ?? 0
  const block = width * channels.length
  const bytes = Buffer.alloc(44 + length * block)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(tag, 20)
  bytes.writeUInt16LE(channels.length, 22)
  bytes.writeUInt32LE(sampleRate, 24)
  bytes.writeUInt32LE(sampleRate * block, 28)
  bytes.writeUInt16LE(block, 32)
  bytes.writeUInt16LE(Math.abs(bits), 34)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(length * block, 40)
  channels.forEach((samples, channel) =>
    samples.forEach((sample, at) => {
      const offset = 44 + at * block + channel * width
      const full = 2 ** (8 * width - 1)
      const whole = Math.max(-full, Math.min(full - 1, Math.round(sample * full)))
      if (bits === -64) bytes.writeDoubleLE(sample, offset)
      else if (bits < 0) bytes.writeFloatLE(sample, offset)
      else if (width === 1) bytes.writeUInt8(whole + 128, offset)
      else bytes.writeIntLE(whole, offset, width)
    })
  )
  return bytes
}
