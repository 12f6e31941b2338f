/** The looks of a template's cells; a look it lacks is added as a copy of the cell's own with another number format. */
import { NUMBER_FORMATS } from '../../cells/numberFormats'
import { attributeOf, withAttribute } from './sheetRows'

const GENERAL = 0
const FIRST_OWN_FORMAT = 164
/** Built-in formats that show a date: 14 to 22 and the East Asian ones, 27 to 36 and 50 to 58. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** What a workbook without a part for its styles means. */
const NO_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

export type DateLook = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'midnight'

export interface TemplateStyles {
  /** A look like `style` that shows a date this exactly; made small where the cell is narrower than it. */
  readonly dated: (style: number, look: DateLook, digits: number) => number
  /** A look like `style` whose text is never taken for a formula. */
  readonly quoted: (style: number) => number
  readonly wraps: (style: number) => boolean
  readonly fontPoints: (style: number) => number
  /** The part as it is now; null while nothing was added. */
  readonly changed: () => string | null
}

/** Digits a date takes, with a little room at its sides. */
const DATE_DIGITS: Readonly<Record<DateLook, number>> = {
  year: 5,
  month: 8,
  day: 10.5,
  hour: 14,
  minute: 17,
  midnight: 17,
}

/** @param part the part with the styles; empty for a workbook that has none */
export function templateStyles(part: string): TemplateStyles {
  const xml = part === '' ? NO_STYLES : part
  const list = /(<cellXfs\b[^>]*>)([\s\S]*?)(<\/cellXfs>)/.exec(xml)
  const looks = [...(list?.[2] ?? '').matchAll(/<xf\b[^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g)].map(([look]) => look)
  const formats = new Map(
    [...(/<numFmts\b[\s\S]*?<\/numFmts>/.exec(xml)?.[0] ?? '').matchAll(/<numFmt\b([^>]*)>/g)].map(
      ([, attributes = '']) => [
        Number(attributeOf(attributes, 'numFmtId')),
        attributeOf(attributes, 'formatCode') ?? '',
      ],
    ),
  )
  const fonts = [
    ...(/<fonts\b[\s\S]*?<\/fonts>/.exec(xml)?.[0] ?? '').matchAll(/<font\b[^>]*?(?:\/>|>([\s\S]*?)<\/font>)/g),
  ].map(([, inner = '']) => Number(/<sz val="([\d.]+)"/.exec(inner)?.[1] ?? 11))
  const before = looks.length
  const added = new Map<string, number>()
  const newFormats: string[] = []

  const attribute = (style: number, name: string): string | undefined =>
    attributeOf(/^<xf\b([^>]*?)\/?>/.exec(looks[style] ?? '')?.[1] ?? '', name)
  const formatOf = (style: number): number => Number(attribute(style, 'numFmtId') ?? GENERAL)
  const showsDate = (id: number): boolean =>
    isBuiltInDate(id) || /[ymd年月日]/i.test((formats.get(id) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
  const copy = (style: number, key: string, change: (attributes: string) => string): number => {
    const known = added.get(`${style}|${key}`)
    if (known !== undefined) return known
    looks.push(
      (looks[style] ?? '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>').replace(
        /^<xf\b([^>]*?)(\/?>)/,
        (_, attributes: string, end: string) => `<xf${change(attributes)}${end}`,
      ),
    )
    added.set(`${style}|${key}`, looks.length - 1)
    return looks.length - 1
  }
  const formatId = (look: DateLook): number => {
    const code = NUMBER_FORMATS[look].replaceAll('"', '&quot;')
    const known = [...formats].find(([, other]) => other === code)?.[0]
    if (known !== undefined) return known
    const id = Math.max(FIRST_OWN_FORMAT - 1, ...formats.keys()) + 1
    formats.set(id, code)
    newFormats.push(`<numFmt numFmtId="${id}" formatCode="${code}"/>`)
    return id
  }
  return {
    dated: (style, look, digits) => {
      if (look === 'day' && showsDate(formatOf(style))) return style
      const isNarrow = digits < DATE_DIGITS[look]
      const at = copy(style, isNarrow ? `${look} narrow` : look, (attributes) =>
        withAttribute(withAttribute(attributes, 'numFmtId', String(formatId(look))), 'applyNumberFormat', '1'),
      )
      // A cell made for words on a form: a date stands where the words would.
      looks[at] = (looks[at] ?? '').replace(/<alignment(?![^>]*horizontal=)/, '<alignment horizontal="left"')
      if (isNarrow) looks[at] = shrunk(looks[at] ?? '')
      return at
    },
    quoted: (style) => copy(style, 'quoted', (attributes) => withAttribute(attributes, 'quotePrefix', '1')),
    wraps: (style) => /wrapText="(?:1|true)"/.test(looks[style] ?? ''),
    fontPoints: (style) => fonts[Number(attribute(style, 'fontId') ?? 0)] ?? 11,
    changed: () => {
      if (looks.length === before) return null
      const withLooks = xml.replace(
        /(<cellXfs\b[^>]*>)[\s\S]*?(<\/cellXfs>)/,
        (_, start: string, end: string) =>
          `${start.replace(/count="\d+"/, `count="${looks.length}"`)}${looks.join('')}${end}`,
      )
      if (newFormats.length === 0) return withLooks
      if (/<numFmts\b[^>]*\/>/.test(withLooks))
        return withLooks.replace(
          /<numFmts\b[^>]*\/>/,
          `<numFmts count="${newFormats.length}">${newFormats.join('')}</numFmts>`,
        )
      return /<numFmts\b/.test(withLooks)
        ? withLooks.replace(
            /<numFmts\b[^>]*>/,
            (start) => start.replace(/count="\d+"/, `count="${formats.size}"`) + newFormats.join(''),
          )
        : withLooks.replace(
            /(<styleSheet\b[^>]*>)/,
            (start) => `${start}<numFmts count="${newFormats.length}">${newFormats.join('')}</numFmts>`,
          )
    },
  }
}

/** A date that does not fit is shown as ####; made smaller it is read. Text that wraps is not made smaller. */
function shrunk(look: string): string {
  if (!look.includes('<alignment'))
    return look.endsWith('/>')
      ? `${look.replace(/\s*\/>$/, '')} applyAlignment="1"><alignment shrinkToFit="1"/></xf>`
      : look.replace(/^<xf\b([^>]*)>/, '<xf$1 applyAlignment="1"><alignment shrinkToFit="1"/>')
  return look.replace(/\s(?:wrapText|shrinkToFit)="[^"]*"/g, '').replace('<alignment', '<alignment shrinkToFit="1"')
}
