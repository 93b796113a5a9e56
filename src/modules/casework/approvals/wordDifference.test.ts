import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordDifference } from './wordDifference.ts'

const told = (before: string, after: string) => {
  const both = wordDifference(before, after)
  const marked = (side: 'before' | 'after') =>
    both[side].map(({ text, differs }) => (differs ? `[${text.trim()}]` : text.trim())).join(' ')
  return [marked('before'), marked('after')]
}

describe('wordDifference', () => {
  test.each([
    ['same words', 'same words', 'same words', 'same words'],
    ['Mum takes her', 'Dad takes her', '[Mum] takes her', '[Dad] takes her'],
    ['She is well', 'She is not well', 'She is well', 'She is [not] well'],
    ['', 'New', '', '[New]'],
    ['a b c d', 'a x c y', 'a [b] c [d]', 'a [x] c [y]'],
  ])('of “%s” and “%s”', (before, after, was, is) => {
    expect(told(before, after)).toEqual([was, is])
  })

  test('gives each text back whole, and calls equal texts equal', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'word')).map(parts => parts.join(' '))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const both = wordDifference(before, after)
        const whole = (side: 'before' | 'after') => both[side].map(piece => piece.text).join('')
        expect([whole('before'), whole('after')]).toEqual([before, after])
        const differs = both.before.some(one => one.differs) || both.after.some(one => one.differs)
        expect(differs).toBe(before.trim().split(/\s+/).join(' ') !== after.trim().split(/\s+/).join(' '))
      }),
      { numRuns: 300 },
    )
  })

  test('marks texts too long to compare from the first different word to the last', () => {
    const long = (word: string) => `start ${`${word} `.repeat(3_000)}end`
    const { before } = wordDifference(long('one'), long('two'))
    expect(before.map(piece => piece.differs)).toEqual([false, true, false])
  })
})
