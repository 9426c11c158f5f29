import { dropFrom, optionOf } from '../../kit/drops.ts'
import { escapeBlanks } from '../../kit/blanks.ts'
import { fieldOffsets } from '../../kit/field-text.ts'
import type { Exporter } from '../../kit/format.ts'
import { encode, misalignments, schemes } from '../bio.ts'
import type { Answer, Config } from '../schema.ts'
import { TOKENIZER } from '../tokenize.ts'
import { exportedSpans, refusedSpan } from './exported.ts'
import { tokensOf, withoutBlanks } from './tokens.ts'

/*
 * CoNLL-2003: `word POS chunk NE` with single spaces, an empty line after each sentence, a -DOCSTART- line before each
 * document. https://www.clips.uantwerpen.be/conll2003/ner/
 * One item is one document; its lines are its sentences, unless a span goes over the line end. The chunk column of the
 * -DOCSTART- line, a filler everywhere, holds the item's id, so that an import finds the item again.
 */

export const conllExporter: Exporter<Config, Answer> = {
  format: 'conll',
  title: 'CoNLL-2003',
  extension: 'conll',
  cannotCarry:
    'White space between tokens, spans that share a token (the outer or first one is kept), spans that begin or end inside ' +
    'a token, other columns of the data, and who labelled. White space and % in label names and ids are written as %20 and %25.',
  offsetUnit: null,
  tokenizer: TOKENIZER,
  options: [
    { name: 'scheme', values: schemes, about: 'How tags say where a span begins and ends.' },
    {
      name: 'misaligned',
      values: misalignments,
      about: 'What happens to a span that begins or ends inside a token.'
    }
  ],
  async *write(records, context) {
    const scheme = optionOf(context, 'scheme', schemes)
    const misaligned = optionOf(context, 'misaligned', misalignments)
    for await (const record of records) {
      for (const task of context.tasks) {
        const spans = exportedSpans(record, task, context)
        if (spans === undefined) continue
        const offsets = fieldOffsets(record.item, task.field)
        const tokens = withoutBlanks(tokensOf(record.item, task.field), offsets)
        const refused = refusedSpan(task.config, dropFrom(record, task.id, context))
        const tags = encode(tokens, spans, scheme, misaligned, refused)
        const lines = [`-DOCSTART- -X- id=${escapeBlanks(record.item.id)} O`, '']
        for (const [at, token] of tokens.entries()) {
          const before = tokens[at - 1]
          if (before !== undefined && !goesOn(tags[at - 1] ?? 'O', tags[at] ?? 'O', scheme)) {
            if (/[\n\r]/.test(offsets.slice(before.end, token.start))) lines.push('')
          }
          lines.push(`${offsets.slice(token.start, token.end)} -X- _ ${escapeBlanks(tags[at] ?? 'O')}`)
        }
        if (tokens.length > 0) lines.push('')
        yield { file: context.fileName(task.id, 'conll'), text: `${lines.join('\n')}\n` }
      }
    }
  }
}

/** Whether two tags in a row are of one span; where that cannot be told, they are. */
function goesOn(before: string, tag: string, scheme: (typeof schemes)[number]): boolean {
  if (before === 'O' || tag === 'O') return false
  const kind = tag[0] ?? ''
  if (scheme === 'IOB1') return kind === 'I' && before.slice(2) === tag.slice(2)
  return !'BSU'.includes(kind)
}
