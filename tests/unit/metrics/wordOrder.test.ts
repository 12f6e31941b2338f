import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordOrder } from '../../../src/metrics/wordOrder'

const compared = (words: readonly string[]): readonly number[] =>
  words
    .map((_, at) => at)
    .sort((a, b) => ((words[a] ?? '') < (words[b] ?? '') ? -1 : (words[a] ?? '') > (words[b] ?? '') ? 1 : a - b))

test('words come in the order of their characters, equal ones as they stood, however alike they begin', () => {
  const letters = fc.constantFrom('0', '1', '-', 'A', 'z', '中', '阀', '\uffff', '\u0000', '😀')
  const word = fc
    .tuple(fc.constantFrom('', 'GZ-2016-', '2016-03-05T', '制动'), fc.string({ unit: letters, maxLength: 12 }))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.array(word, { maxLength: 400 }), (words) => {
      expect(Array.from(wordOrder(words))).toEqual(compared(words))
    }),
    { seed: 7, numRuns: 200 },
  )
})

test('many moments and numbers are ordered as comparing them orders them', () => {
  const words = Array.from({ length: 30_000 }, (_, at) => {
    const mixed = (at * 7919) % 30_011
    return at % 2 === 0
      ? `2016-${String((mixed % 12) + 1).padStart(2, '0')}-${String((mixed % 28) + 1).padStart(2, '0')}T${String(mixed % 24).padStart(2, '0')}:${String(mixed % 60).padStart(2, '0')}`
      : `GZ-${2014 + (mixed % 4)}-${mixed}`
  })
  expect(Array.from(wordOrder(words))).toEqual(compared(words))
})

test('words in order with some others behind them are ordered as comparing them orders them', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 })), fc.array(fc.string({ maxLength: 3 })), (many, few) => {
      const words = [...many.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)), ...few]
      expect(Array.from(wordOrder(words))).toEqual(compared(words))
    }),
    { seed: 11, numRuns: 300 },
  )
})
