import { foldText } from './cellText'

const YES = new Set(['是', '有', '对', 'y', 'yes', 'true', '1', '√', '✓', '✔', '☑', '■', '●', '正线', '在正线', 'o', '○'])
const NO = new Set(['否', '不是', '非', '没有', 'n', 'no', 'false', '0', '×', 'x', '✗', '✘', '☒', '□', '库内', '非正线', '不在正线', '段内'])

/** Reads 是/否, Y/N, √/×; undefined when the word is neither. */
export function readYesNo(text: string): boolean | undefined {
  const word = foldText(text)
  if (YES.has(word)) return true
  return NO.has(word) ? false : undefined
}
