import { plainText } from '../../domain/plainText'

const YES = new Set([
  '是',
  '有',
  '对',
  'y',
  'yes',
  'true',
  '1',
  '√',
  '✓',
  '✔',
  '☑',
  '■',
  '●',
  '正线',
  '在正线',
  'o',
  '○',
])
const NO = new Set([
  '否',
  '不是',
  '非',
  '没有',
  'n',
  'no',
  'false',
  '0',
  '×',
  'x',
  '✗',
  '✘',
  '☒',
  '□',
  '库内',
  '非正线',
  '不在正线',
  '段内',
])

/** Reads 是/否, Y/N, √/×; undefined when the word is neither. */
export function readYesNo(text: string): boolean | undefined {
  const word = plainText(text)
  if (YES.has(word)) return true
  return NO.has(word) ? false : undefined
}

const PASSED = new Set([
  '合格',
  '正常',
  '良好',
  '通过',
  '已试验',
  '试验正常',
  '试验合格',
  '功能正常',
  'ok',
  'pass',
  'passed',
])
const FAILED = new Set(['不合格', '不正常', '异常', '未通过', 'ng', 'fail', 'failed', 'notok'])

/** Reads how a function test went: 合格, 正常, √, 是, OK; undefined when the word is neither. */
export function readTestResult(text: string): boolean | undefined {
  const word = plainText(text)
  if (PASSED.has(word)) return true
  return FAILED.has(word) ? false : readYesNo(text)
}
