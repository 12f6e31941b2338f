/** Initials of the pinyin of a label, so that `zxbj` finds 轴箱报警. The dictionary is large and loaded when first needed. */
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
