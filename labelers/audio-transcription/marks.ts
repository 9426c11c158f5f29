import type { Mark } from './schema.ts'

/** The mark that ends a text as `;` and its key, with a blank or nothing before it: what a view puts in their place. */
export function markTyped(beforeCaret: string, marks: readonly Mark[]): Mark | undefined {
  return marks.find(
    ({ key }) =>
      key !== undefined &&
      beforeCaret.endsWith(`;${key}`) &&
      /^$|[\s([{"'\]]/u.test(beforeCaret.slice(0, -key.length - 1).slice(-1))
  )
}
