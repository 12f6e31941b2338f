import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText } from '../../../src/domain/plainText'
import { filterRows } from '../../../src/metrics/failureFilter'
import { fuzzyTest } from '../../../src/metrics/fuzzyWords'
import { eachPlainWord, markContaining } from '../../../src/metrics/plainWords'
import { columnsOf, everyRow } from './smallWorld'

const marked = (words: readonly string[], token: string): readonly number[] => {
  const marks = new Uint8Array(words.length)
  const any = markContaining(words, token, marks)
  const found = Array.from(marks).flatMap((mark, at) => (mark === 1 ? [at] : []))
  expect(any).toBe(found.length > 0)
  return found
}

test('joined words are searched as one by one, in any script, with words added in between', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'B', 'Ａ', ' ', '\u3000', '中', '阀', 'é', 'e\u0301', 'Σ', 'İ', '1', '\u0000'),
    maxLength: 8,
  })
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 30 }),
      fc.array(word, { maxLength: 10 }),
      word,
      (words, added, typed) => {
        const token = plainText(typed)
        fc.pre(token !== '')
        const expected = () => words.flatMap((word, at) => (plainText(word).includes(token) ? [at] : []))
        expect(marked(words, token)).toEqual(expected())
        words.push(...added)
        expect(marked(words, token)).toEqual(expected())
        const plain: string[] = []
        eachPlainWord(words, (at, text) => {
          plain[at] = text
        })
        expect(plain).toEqual(words.map(plainText))
      },
    ),
    { seed: 8, numRuns: 300 },
  )
})

test('a column of very many texts is filtered as a column of few', () => {
  const texts = Array.from(
    { length: 20_000 },
    (_, at) => `${at % 8}车 中继阀${at % 97}型 ${['漏风', '不缓解', 'Relay VALVE', 'ＢＫ-1210'][at % 4]} ${at}`,
  )
  const columns = columnsOf(texts.map((description) => ({ description })))
  for (const query of ['3车 漏', '中继阀漏风', '中*阀96型', 'relya valve', 'bk-1210 77', '救援'])
    expect([
      query,
      Array.from(
        filterRows(columns, everyRow(columns), [{ field: 'description', op: 'like', query }], (_, word) => word, null),
      ),
    ]).toEqual([query, texts.flatMap((text, at) => (fuzzyTest(query, null)(text) ? [at] : []))])
})

test('a control character inside one text moves no other text', () => {
  const words = ['漏风', '甲\u0001乙', '\u0001', '不缓解', '漏\u0001风']
  expect([marked(words, '不缓解'), marked(words, '乙'), marked(words, '漏风')]).toEqual([[3], [1], [0, 4]])
})
