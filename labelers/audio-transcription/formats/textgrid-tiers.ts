/*
 * A tier is a speaker's, and called like them. What nobody in particular says is in `transcription`; where nobody speaks
 * at all there is one empty tier `no speech`, because an empty tier of another name is one nobody has worked on yet.
 * A speaker who is called like one of these two gets a `~` behind the name.
 */
const NOBODY = 'transcription'
export const NO_SPEECH = 'no speech'
const reserved = /^(transcription|no speech)~*$/

export const tierOf = (speaker: string | null): string =>
  speaker === null ? NOBODY : reserved.test(speaker) ? `${speaker}~` : speaker

export function speakerOf(tier: string): string | null {
  if (tier === NOBODY || tier === '') return null
  return reserved.test(tier) && tier.endsWith('~') ? tier.slice(0, -1) : tier
}
