import type { Example } from '../kit/example.ts'

export type AnyExample = Example<unknown, unknown, unknown>

/** The example of a labeler, found by the name of its folder: no list to add a line to. */
export async function exampleOf(id: string): Promise<AnyExample> {
  const { example } = (await import(`../${id}/example.ts`)) as { readonly example: AnyExample }
  return example
}
