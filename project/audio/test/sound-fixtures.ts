import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Six seconds at 16 kHz as other programs write them (LAME 3.100, FLAC 1.4, libopus, libvorbis and the AAC encoder of
 * FFmpeg 5.1): a tone that is loud and quiet in turn, and a click at every half second.
 */
export const soundFixture = (name: string) => readFile(join(import.meta.dirname, '../fixtures', name))
