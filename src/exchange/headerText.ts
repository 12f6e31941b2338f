import { foldText } from './cellText'

const UNIT = /[([【〔{](?:单位[::]?)?(?:万|千)?(?:公里|千米|km|kms|m|min|mins|minutes?|分钟?|小时|h|hrs?|hours?|台|套|件|个|辆|年月日|yyyy.*|年-月-日|必填|选填|\*)[)\]】〕}]/gi
const BRACKETED = /[([【〔{][^()[\]【】]*[)\]】〕}]/g
const TRAILING_UNIT = /\/(?:h|km|万km|min|小时|公里|台|件|列)$/

/** A header word for comparing: folded, without units, brackets, colons, stars and leading numbers. */
export function foldHeader(text: string): string {
  const folded = foldText(text)
  const bare = folded.replace(UNIT, '').replace(BRACKETED, '').replace(TRAILING_UNIT, '')
  const word = (bare === '' ? folded.replace(/[()[\]【】]/g, '') : bare).replace(/[:：*＊#"'“”_]/g, '').replace(/^\d+[.、)](?=\D)/, '')
  return word.replace(/-(?=[a-z])|(?<=[a-z])-/g, '')
}

/** The alternatives of one header cell: “图号/型号” offers both, “s/n” is one word. */
export function headerAlternatives(text: string): string[] {
  const whole = foldHeader(text)
  if (whole.length <= 3 || !/[/、，,\\或]/.test(whole)) return [whole]
  return [whole, ...whole.split(/[/、，,\\或]/).filter((part) => part.length > 0)]
}

const LEVEL_HEADER = /^第?[一二三四五六七八九1-9]级(?:名称|部件|组件|零部件)?$|^(?:level|lv\.?|l)[1-9]$/

/** True for 一级, 二级名称, Level 3: one column per depth of a product structure. */
export function isLevelHeader(text: string): boolean {
  return LEVEL_HEADER.test(foldHeader(text))
}
