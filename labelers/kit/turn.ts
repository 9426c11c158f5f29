/**
 * What a turn is: something said; what a model was told beforehand; a call of a tool and what came back; a part that is
 * no text, such as a picture.
 */
export type TurnKind = 'message' | 'system' | 'call' | 'result' | 'attachment'

/** Something one party said, exactly as the data holds it. */
export interface Turn {
  /** In the words of the data: `user`, `Human`, `gpt`. Empty for what stands before the first role of a transcript. */
  readonly role: string
  /** Who said it, or which tool is meant, where the data says so. */
  readonly name?: string
  readonly text: string
  readonly kind: TurnKind
  /** Another part of the message before it: the role need not be said again. */
  readonly more?: true
}

/** A turn of a transcript: all leads and texts in a row are the transcript, character by character. */
export interface TranscriptTurn extends Turn {
  /** The line ends, the role, the colon and the one space before the text. */
  readonly lead: string
}
