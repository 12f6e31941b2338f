/** The looks of a template's cells; a look it lacks is added as a copy of the cell's own with another number format. */
import { NUMBER_FORMATS } from '../../cells/numberFormats'
import { attributeOf, withAttribute } from './sheetRows'

const GENERAL = 0
const FIRST_OWN_FORMAT = 164
/** Built-in formats that show a date: 14 to 22 and the East Asian ones, 27 to 36 and 50 to 58. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

export type DateLook = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'midnight'

export interface TemplateStyles {
  /** A look like `style` that shows a date this exactly. */
  readonly dated: (style: number, look: DateLook) => number
  /** A look like `style` whose text is never taken for a formula. */
  readonly quoted: (style: number) => number
  readonly wraps: (style: number) => boolean
  readonly fontPoints: (style: number) => number
  /** The part as it is now; null while nothing was added. */
  readonly changed: () => string | null
}

export function templateStyles(xml: string): TemplateStyles {
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
    dated: (style, look) => {
      if (look === 'day' && showsDate(formatOf(style))) return style
      const at = copy(style, look, (attributes) =>
        withAttribute(withAttribute(attributes, 'numFmtId', String(formatId(look))), 'applyNumberFormat', '1'),
      )
      // A cell made for words on a form: a date stands where the words would.
      looks[at] = (looks[at] ?? '').replace(/<alignment(?![^>]*horizontal=)/, '<alignment horizontal="left"')
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
