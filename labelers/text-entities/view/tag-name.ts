/** What reads at a glance. */
const MOST_NAME = 32
/** Width of a character of a name that is narrower than most. */
const NARROW = 5

/**
 * A name cut at its end to about the room there is, and to what reads at a glance. The style sheet cannot do it: in a
 * right-to-left paragraph it would cut a left-to-right name at its start.
 */
export function cutName(name: string, room: number): string {
  const most = Math.min(MOST_NAME, Math.ceil(room / NARROW))
  const characters = [...name]
  return characters.length <= most ? name : `${characters.slice(0, most - 1).join('')}…`
}
