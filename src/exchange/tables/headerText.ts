import { plainText } from '../../domain/plainText'
import { simplified } from './simplifiedChinese'
import { inTurn } from '../cells/joinedPatterns'

const UNIT = inTurn(
  /[([【〔{](?:单位[::]?)?(?:万|千|1000|10\^?[34]|'000)?/gi,
  /(?:公里|千米|英里|km|kms|mi|miles?|m|min|mins|minutes?|分钟?|小时|h|hrs?|hours?|台|套|件|个|辆|年月日|yyyy.*|年-月-日|必填|选填|\*)[)\]】〕}]/gi,
)
const BRACKETED = /[([【〔{][^()[\]【】]*[)\]】〕}]/g
const TRAILING_UNIT = /[/,，](?:h|km|万km|千km|mi|miles?|min|小时|公里|万公里|千公里|英里|台|件)$/

/** A header word for comparing: folded, without units, brackets, colons, stars and leading numbers. */
export function foldHeader(text: string): string {
  const folded = simplified(plainText(text))
  const bare = folded.replace(UNIT, '').replace(BRACKETED, '').replace(TRAILING_UNIT, '')
  const word = (bare === '' ? folded.replace(/[()[\]【】]/g, '') : bare)
    .replace(/[:：*＊#"'“”_]/g, '')
    .replace(/^\d+[.、)](?=\D)/, '')
  return word.replace(/-(?=[a-z])|(?<=[a-z])-/g, '')
}

/** The alternatives of one header cell: “图号/型号” offers both, “s/n” is one word. */
export function headerAlternatives(text: string): string[] {
  const whole = foldHeader(text)
  if (whole.length <= 3) return [whole]
  const parts = /[/、，,\\或]/.test(whole) ? whole.split(/[/、，,\\或]/).filter((part) => part.length > 0) : []
  const halves = spokenTwice(text)
  return [
    ...new Set([
      whole,
      ...parts,
      ...halves.flatMap(headerAlternatives),
      ...(parts.length > 0 || halves.length > 0 ? [] : languages(whole)),
    ]),
  ]
}

/** “平台/车型 Trainset type”: the words before and after the blank where the script changes. */
export function spokenTwice(text: string): string[] {
  const words = text.trim().split(/\s+/)
  const at = words.findIndex((word, place) => place > 0 && isChinese(word) !== isChinese(words[place - 1]!))
  if (words.some((word) => isChinese(word) && /[a-z]/i.test(word) && /[a-z]{4}|[/\\]/i.test(word))) return []
  return at > 0 && words.slice(at).every((word) => isChinese(word) === isChinese(words[at]!) || /^[([（]/.test(word))
    ? [words.slice(0, at).join(' '), words.slice(at).join(' ')]
    : []
}

const isChinese = (text: string): boolean => /[\u4e00-\u9fff]/.test(text)

/** “故障现象 Symptom” says it twice: each language alone. Latin letters that belong to a Chinese word, 故障件SN, are too few to stand alone. */
function languages(whole: string): string[] {
  const chinese = whole.replace(/[^\u4e00-\u9fff]+/g, '')
  const latin = whole.replace(/[\u4e00-\u9fff]+/g, '').replace(/^[^a-z\d]+|[^a-z\d.?]+$/g, '')
  return chinese.length >= 2 &&
    /^[a-z\d./&\s-]{3,}\??$/.test(latin) &&
    /^[^\u4e00-\u9fff]*[\u4e00-\u9fff]+[^\u4e00-\u9fff]*$/.test(whole)
    ? [chinese, latin]
    : []
}

const LEVEL_HEADER = /^第?[一二三四五六七八九1-9]级(?:名称|部件|组件|零部件)?$|^(?:level|lvl?\.?|l)[1-9]$/

/** True for 一级, 二级名称, Level 3: one column per depth of a product structure. */
export function isLevelHeader(text: string): boolean {
  return LEVEL_HEADER.test(foldHeader(text))
}
