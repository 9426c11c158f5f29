/** What the head of a picture says. */
export interface PictureHead {
  /** Pixels as stored. */
  readonly width: number
  readonly height: number
  /** As EXIF counts it, 1 to 8; from 5 on width and height change places when it is shown. */
  readonly orientation: number
}
