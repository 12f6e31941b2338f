import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packWords } from '../../../src/metrics/packedWords'
import { WordList } from '../../../src/metrics/wordList'

const words = fc.array(fc.string({ unit: fc.constantFrom('a', '阀', '\u0001', '😀', '') }), { maxLength: 20 })

test('stored words are the same one by one, all at once, and after others were added', () => {
  fc.assert(
    fc.property(words, words, (stored, added) => {
      const list = new WordList(packWords(stored))
      expect(stored.map((_, number) => list.at(number))).toEqual(stored)
      expect([list.length, list.at(stored.length)]).toEqual([stored.length, ''])
      const all = list.all()
      for (const word of added) list.push(word)
      expect(all).toEqual([...stored, ...added])
      expect([...stored, ...added].map((_, number) => list.at(number))).toEqual([...stored, ...added])
    }),
    { seed: 3 },
  )
})

test('words of several long texts are found in theirs', () => {
  const stored = Array.from({ length: 70_000 }, (_, at) => `GZ-${at * 7}`)
  const list = new WordList(packWords(stored))
  for (const number of [0, 1, 32_767, 32_768, 32_769, 65_535, 65_536, 69_999])
    expect(list.at(number)).toBe(stored[number])
})
