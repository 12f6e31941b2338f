import { NUMBER_FORMATS, type FormatName } from '../../cells/numberFormats'

type Font = 'body' | 'title' | 'bold' | 'note'
type Fill = 'none' | 'group' | 'header' | 'doubt'

interface CellStyle {
  readonly font?: Font
  readonly fill?: Fill
  readonly border?: true
  readonly format?: FormatName
  readonly wrap?: true
  readonly horizontal?: 'center' | 'left' | 'right'
}

/** Every look a cell can have. The first one is that of a cell nobody styled. */
export const CELL_STYLES = {
  plain: {},
  title: { font: 'title' },
  note: { font: 'note' },
  noteWrap: { font: 'note', wrap: true },
  label: { font: 'bold' },
  group: { font: 'bold', fill: 'group', border: true, wrap: true, horizontal: 'center' },
  header: { font: 'bold', fill: 'header', border: true, wrap: true, horizontal: 'center' },
  text: {},
  wrapped: { wrap: true },
  centered: { horizontal: 'center' },
  identifier: { format: 'text' },
  literal: { format: 'literal', wrap: true },
  count: { format: 'count' },
  countLeft: { format: 'count', horizontal: 'left' },
  number: { format: 'general' },
  figure1: { format: 'figure1' },
  figure2: { format: 'figure2' },
  figure3: { format: 'figure3' },
  figure4: { format: 'figure4' },
  figure5: { format: 'figure5' },
  scientific: { format: 'scientific' },
  money: { format: 'money' },
  share: { format: 'share' },
  tenThousandKm: { format: 'tenThousandKm' },
  tenThousandKmEstimated: { format: 'tenThousandKmEstimated' },
  kmEstimated: { format: 'kmEstimated' },
  year: { format: 'year', horizontal: 'center' },
  month: { format: 'month', horizontal: 'center' },
  day: { format: 'day', horizontal: 'center' },
  hour: { format: 'hour', horizontal: 'center' },
  minute: { format: 'minute', horizontal: 'center' },
  midnight: { format: 'midnight', horizontal: 'center' },
  doubtText: { fill: 'doubt', border: true, wrap: true },
  doubtNumber: { fill: 'doubt', border: true, format: 'general' },
  doubtDay: { fill: 'doubt', border: true, format: 'day', horizontal: 'center' },
  doubtReason: { font: 'bold', fill: 'doubt', border: true, wrap: true },
} as const satisfies Readonly<Record<string, CellStyle>>

export type StyleName = keyof typeof CELL_STYLES

const NAMES = Object.keys(CELL_STYLES) as StyleName[]
/** Number of each style in the style part; one more is the same look for a text that a spreadsheet might take for a formula. */
export const STYLE_NUMBERS = Object.fromEntries(NAMES.map((name, at) => [name, at * 2])) as Readonly<
  Record<StyleName, number>
>

const FONTS: readonly Font[] = ['body', 'title', 'bold', 'note']
const FONT_XML: Readonly<Record<Font, string>> = {
  body: '<sz val="10"/><color rgb="FF1F2328"/>',
  title: '<b/><sz val="14"/><color rgb="FF1F2328"/>',
  bold: '<b/><sz val="10"/><color rgb="FF1F2328"/>',
  note: '<sz val="9"/><color rgb="FF59636E"/>',
}
const FILLS: readonly Fill[] = ['none', 'group', 'header', 'doubt']
const FILL_XML: Readonly<Record<Exclude<Fill, 'none'>, string>> = {
  group: 'FFCFDDED',
  header: 'FFE6EEF6',
  doubt: 'FFFFE3C2',
}
const FIRST_OWN_FORMAT = 164
const BUILT_IN_FORMATS: Readonly<Partial<Record<FormatName, number>>> = { general: 0, text: 49, count: 3, figure2: 2 }
const FORMATS = Object.keys(NUMBER_FORMATS) as FormatName[]
const formatId = (name: FormatName): number => BUILT_IN_FORMATS[name] ?? FIRST_OWN_FORMAT + FORMATS.indexOf(name)
const quoteAttribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** The style part of a workbook. */
export function stylesXml(): string {
  const formats = FORMATS.filter((name) => BUILT_IN_FORMATS[name] === undefined)
  const side = (name: string): string => `<${name} style="thin"><color rgb="FF9AA7B4"/></${name}>`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="${formats.length}">` +
      formats
        .map((name) => `<numFmt numFmtId="${formatId(name)}" formatCode="${quoteAttribute(NUMBER_FORMATS[name])}"/>`)
        .join('') +
      '</numFmts>',
    `<fonts count="${FONTS.length}">` +
      FONTS.map((font) => `<font>${FONT_XML[font]}<name val="Microsoft YaHei"/><family val="2"/></font>`).join('') +
      '</fonts>',
    // A spreadsheet program takes the first two fills for its own.
    '<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    (['group', 'header', 'doubt'] as const)
      .map(
        (fill) =>
          `<fill><patternFill patternType="solid"><fgColor rgb="${FILL_XML[fill]}"/><bgColor indexed="64"/></patternFill></fill>`,
      )
      .join(''),
    '</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
      `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${NAMES.length * 2}">` +
      `${NAMES.map((name) => xf(CELL_STYLES[name], false) + xf(CELL_STYLES[name], true)).join('')}` +
      '</cellXfs>',
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    // The rows of a table (`ruledXml`).
    '<dxfs count="1"><dxf><border><bottom style="thin"><color rgb="FFD5DCE3"/></bottom></border></dxf></dxfs></styleSheet>',
  ].join('')
}

function xf(
  { font = 'body', fill = 'none', border, format = 'general', wrap, horizontal }: CellStyle,
  quoted: boolean,
): string {
  const fillId = fill === 'none' ? 0 : FILLS.indexOf(fill) + 1
  const alignment =
    `<alignment${horizontal === undefined ? '' : ` horizontal="${horizontal}"`} vertical="` +
    `${fill === 'none' ? 'top' : 'center'}"${wrap ? ' wrapText="1"' : ''}/>`
  return (
    `<xf numFmtId="${formatId(format)}" fontId="${FONTS.indexOf(font)}" fillId="${fillId}" borderId="` +
    `${border ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" ` +
    `applyAlignment="1"${quoted ? ' quotePrefix="1"' : ''}>${alignment}</xf>`
  )
}
