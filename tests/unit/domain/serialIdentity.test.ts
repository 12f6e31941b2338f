import { expect, test } from 'vitest'
import { confusableIdentity, isSameItem, serialIdentity } from '../../../src/domain/serialIdentity'

test('one item has one identity, whatever width, case and blanks its number was typed with', () => {
  for (const typed of ['ZJF 1503', 'zjf1503', 'ＺＪＦ１５０３', 'ZJF\u30001503 '])
    expect(serialIdentity(typed)).toBe('ZJF1503')
  expect(isSameItem('F 2106', 'f2106')).toBe(true)
  expect(isSameItem('ZJF1503', 'ZJF-1503')).toBe(false)
})

test('signs that look alike are one only where a life is read together', () => {
  expect(isSameItem('ZJFO1I', 'ZJF011')).toBe(false)
  expect(confusableIdentity('zjfO1i')).toBe(confusableIdentity('ZJF011'))
})
