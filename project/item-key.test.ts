import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemKey } from './item-key.ts'

describe('the name of a label file', () => {
  it('is readable where the id is, and tells ids apart that look alike', () => {
    expect(
      [
        'Docs/Intro.txt',
        'docs/intro.txt',
        '东京',
        '__proto__',
        'con',
        '../../etc/passwd',
        '🙂'.repeat(100)
      ].map(itemKey)
    ).toEqual([
      { shard: '9a', name: 'docs-intro-txt-9a06ba9f78a3564d' },
      { shard: '02', name: 'docs-intro-txt-02e1b3f09f5485df' },
      { shard: '95', name: '95b3ec132e6e5bfc' },
      { shard: '30', name: 'proto-30e2af384186b57f' },
      { shard: '11', name: 'con-1143da2bc54c495c' },
      { shard: '37', name: 'etc-passwd-3754d6cb3a38e118' },
      { shard: '5d', name: '5da50ebba74058ac' }
    ])
  })

  it('is safe on every system, whatever the id holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), id => {
        const { shard, name } = itemKey(id)
        expect(`${shard} ${name}.json`).toMatch(
          /^([0-9a-f]{2}) (?:[a-z0-9][a-z0-9-]{0,39}-)?\1[0-9a-f]{14}\.json$/
        )
      })
    )
  })
})
