/** The pinyin of labels: initials, so that `zxbj` finds 轴箱报警, and syllables. The dictionary is large and loaded when first needed. */
import type { InitialsOf } from '../metrics/fuzzyWords'
import { loadedOnce } from './loadedOnce'

export const pinyinInitials = loadedOnce(async (): Promise<InitialsOf> => {
  const { pinyin } = await import('pinyin-pro')
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const initials = /[\u3400-\u9fff]/u.test(text)
      ? pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
          .join('')
          .toLowerCase()
          .replace(/\s+/gu, '')
      : ''
    known.set(text, initials)
    return initials
  }
})

/** A label in Latin letters, a blank between syllables; what is not Chinese stays as it is. */
export const pinyinSyllables = loadedOnce(async (): Promise<(text: string) => string> => {
  const { pinyin } = await import('pinyin-pro')
  return (text) => pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(' ')
})
