import type { Desktop } from './handlers.ts'

/** Folders this person opened before, has open, or named at the start: the page may open them again. */
export function knownFolders({ place, session, settings }: Desktop): readonly string[] {
  const folders = [place.folder, session.root ?? undefined, ...settings.recents.map(recent => recent.folder)]
  return folders.filter(folder => folder !== undefined)
}
