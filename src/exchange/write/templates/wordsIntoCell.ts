/** A value as the words of a cell that may already say something: boxes are ticked, gaps filled, a label keeps its place. */
import { formatMoment } from '../../../i18n/format'
import type { TemplateValue } from './templateBinding'

const BOX = /[□☐]\s*([^□☐☑☒\s]+)/g
const GAP = /[_＿]{2,}/
const ENDS_LIKE_A_LABEL = /[:：]\s*$/

/** @param offered words of the cell's drop-down list */
export function wordsIntoCell(printed: string, value: TemplateValue, offered: readonly string[]): string {
  const text = textOf(value)
  const words = typeof value === 'object' && value.kind === 'choice' ? value.words : [text]
  if (/[□☐]/.test(printed))
    return ticked(printed, words, text, typeof value === 'object' && value.kind === 'choice' ? value.blank : undefined)
  if (typeof value === 'object' && value.kind === 'blanks' && /[_＿]/.test(printed)) {
    let at = 0
    return printed.replace(/[_＿]{2,}/g, (gap) => value.parts[at++] ?? gap)
  }
  if (GAP.test(printed)) return gapsFilled(printed, value, text)
  if (ENDS_LIKE_A_LABEL.test(printed)) return printed.trimEnd() + text
  return offered.find((word) => words.includes(word)) ?? text
}

/** `____年__月__日` takes a date part by part; any other gap the whole. */
function gapsFilled(printed: string, value: TemplateValue, text: string): string {
  const [year = '', month, day] =
    typeof value === 'object' && value.kind === 'date' ? value.moment.slice(0, 10).split('-') : []
  if (year !== '' && /[_＿]+\s*年/.test(printed))
    return [
      ['年', year],
      ['月', month],
      ['日', day],
    ].reduce(
      (line, [sign = '', part]) =>
        part === undefined
          ? line
          : line.replace(new RegExp(`[_＿]+(\\s*${sign})`), `${sign === '年' ? part : String(Number(part))}$1`),
      printed,
    )
  return printed.replace(GAP, () => text)
}

/** The box of the first word offered; one that says “other” takes what none of the others says; else the words stand behind the boxes. */
function ticked(printed: string, words: readonly string[], text: string, blank: string | undefined): string {
  const boxes = [...printed.matchAll(BOX)].map((match) => ({ at: match.index, label: match[1] ?? '' }))
  const found = words
    .map((word) => boxes.find(({ label }) => label.replace(/[_＿].*$/, '') === word))
    .find((box) => box !== undefined)
  const other = found ?? boxes.find(({ label }) => /^(?:其他|其它|Other)/i.test(label))
  if (other === undefined) return `${printed}  ${text}`
  const rest = printed.slice(other.at + 1)
  const end = /[□☐]/.exec(rest)?.index ?? rest.length
  const mine = rest.slice(0, end)
  const fill = found === undefined ? text : blank
  const filled =
    fill === undefined
      ? mine
      : GAP.test(mine)
        ? mine.replace(GAP, fill)
        : found === undefined
          ? `${mine.trimEnd()}：${fill} `
          : mine
  return `${printed.slice(0, other.at)}☑${filled}${rest.slice(end)}`
}

function textOf(value: TemplateValue): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  return value.kind === 'date' ? formatMoment(value.moment) : value.text
}
