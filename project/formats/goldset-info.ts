import type { FormatInfo } from '../formats.ts'

/** Format of the first line of a Goldset JSONL file. */
export const DATASET_FORMAT = 'dataset/1'

export const GOLDSET_FORMAT: FormatInfo = {
  format: 'goldset',
  labeler: '*',
  title: 'Goldset JSONL',
  exports: true,
  imports: true,
  importsFolders: false,
  cannotCarry:
    'The files the items were read from: the items themselves are carried, with every field and column.',
  options: []
}
