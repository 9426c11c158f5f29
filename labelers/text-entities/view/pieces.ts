/** A rectangle in the coordinates of its paragraph, in CSS pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * The boxes of one stretch of text, joined where they touch on one line: a stretch that goes over three lines gives three
 * pieces, a stretch that mixes directions may give several on a line. The piece it starts with comes first.
 */
export function piecesOf(boxes: readonly Box[], rtl: boolean): readonly Box[] {
  const pieces: Box[] = []
  for (const box of boxes) {
    if (box.right - box.left < 0.5) continue
    const at = pieces.findIndex(
      piece => sameLine(piece, box) && box.left <= piece.right + 1 && box.right >= piece.left - 1
    )
    const piece = pieces[at]
    if (piece === undefined) pieces.push(box)
    else
      pieces[at] = {
        left: Math.min(piece.left, box.left),
        right: Math.max(piece.right, box.right),
        top: Math.min(piece.top, box.top),
        bottom: Math.max(piece.bottom, box.bottom)
      }
  }
  return pieces.sort((a, b) => (sameLine(a, b) ? (rtl ? b.right - a.right : a.left - b.left) : a.top - b.top))
}

export function sameLine(a: Box, b: Box): boolean {
  return Math.abs(a.bottom - b.bottom) < (a.bottom - a.top) / 2
}

/** What stands in a lane: where it starts on the line, seen from the side the text starts. */
export interface Tag {
  readonly lane: number
  readonly box: Box
}

/** How far the tag of each entry may reach before it would run into the next one of its lane and line, or the edge. */
export function roomFor(
  tags: readonly Tag[],
  pieces: readonly Tag[],
  edge: number,
  rtl: boolean
): readonly number[] {
  return tags.map(tag => {
    const start = rtl ? tag.box.right : tag.box.left
    let room = rtl ? start - edge : edge - start
    for (const other of pieces) {
      if (other.lane !== tag.lane || !sameLine(other.box, tag.box)) continue
      const gap = rtl ? start - other.box.right : other.box.left - start
      if (gap > 0.5 && gap < room) room = gap
    }
    return room
  })
}
