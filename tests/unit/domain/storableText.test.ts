import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText } from '../../../src/domain/plainText'
import { cleanText, storableText, storableValue } from '../../../src/domain/storableText'

test.each([
  ['a control character', '中继\u0001阀', '中继阀', 1],
  ['NUL, DEL and C1', 'a\u0000b\u007fc\u0090d', 'abcd', 3],
  ['half of a pair', '漏\ud83d风\udc00', '漏风', 2],
  ['no characters at all', 'x\ufffe\uffffy', 'xy', 2],
  ['a direction turned around', 'ZJ\u202e1234\u202c', 'ZJ1234', 2],
  ['marks without width', '\ufeff26\u200b41\u2060', '2641', 3],
])('%s is taken out and counted', (_, text, clean, removed) => {
  expect(cleanText(text)).toEqual({ text: clean, removed })
})

test('tabs, line feeds, whole emoji and the joiners of scripts stay', () => {
  for (const text of ['a\tb\nc', '🚄🛑', '👨\u200d🔧', 'می\u200cخواهم', 'a\u200eb'])
    expect(storableText(text)).toBe(text)
})

test('line ends of other systems become one line feed and count as no removal', () => {
  expect(cleanText('a\r\nb\rc')).toEqual({ text: 'a\nb\nc', removed: 0 })
})

test('marks that stay do not make two names differ', () => {
  expect(plainText('26\u200e41')).toBe(plainText('2641'))
  expect(plainText('\u200f中继阀')).toBe(plainText('中继阀'))
})

test('texts are cleaned at any depth and nothing else is touched', () => {
  const bytes = new Uint8Array([1])
  expect(storableValue({ a: ['x\u0001', { 'k\u0002': 'v\u0003' }], n: 1, none: null, bytes })).toEqual({
    a: ['x', { k: 'v' }],
    n: 1,
    none: null,
    bytes,
  })
  const clean = { a: ['x', { k: 'v' }], bytes }
  expect(storableValue(clean)).toBe(clean)
})

test('cleaning twice is cleaning once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = storableText(text)
      expect(cleanText(once)).toEqual({ text: once, removed: 0 })
      // oxlint-disable-next-line no-control-regex -- control characters are what this is about
      expect(once).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u)
    }),
  )
})
