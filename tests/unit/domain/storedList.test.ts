import { expect, test } from 'vitest'
import { oneIn, storedList, textIn, textsIn } from '../../../src/domain/storedList'

test('what is no list is an empty one, and what is no entry is left out', () => {
  const texts = (list: unknown) => storedList(list, (entry) => textIn(entry, 'text'))
  for (const none of [undefined, null, 'a', 7, { text: 'a' }]) expect(texts(none)).toEqual([])
  expect(texts([null, 'a', 7, ['a'], { text: 'a' }, { text: 3 }, {}])).toEqual(['a', '', ''])
  expect(storedList([{ text: 'a' }, { text: '' }], (entry) => (entry['text'] === '' ? null : entry['text']))).toEqual([
    'a',
  ])
})

test('texts that must all be there are read together or not at all', () => {
  expect(textsIn({ by: '王工', at: '2026-05-07', more: 1 }, ['by', 'at'])).toEqual({ by: '王工', at: '2026-05-07' })
  expect(textsIn({ by: '王工', at: 5 }, ['by', 'at'])).toBe(null)
})

test('a value outside its closed set is none', () => {
  expect(oneIn({ kind: 'b' }, 'kind', ['a', 'b'])).toBe('b')
  expect(oneIn({ kind: 'c' }, 'kind', ['a', 'b'])).toBeUndefined()
})
