/** The looks of an old .xls as the styles part of an .xlsx, and which number each look has there. */
import { xmlText } from '../ooxml/xmlText'
import type { Border, CellLook, Colour, Edge, Fill, Font, Looks } from '../../open/biff/cellLooks'
import type { ChangedLook, ConditionalFormat } from '../../open/biff/conditionalFormats'

export interface WrittenStyles {
  readonly xml: string
  /** Number in the .xlsx of a look of the .xls. */
  readonly styleOf: (look: number) => number
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
/** The look of cells that nobody gave one. */
const DEFAULT_LOOK = 15
const LINES = [
  'none',
  'thin',
  'medium',
  'dashed',
  'dotted',
  'thick',
  'double',
  'hair',
  'mediumDashed',
  'dashDot',
  'mediumDashDot',
  'dashDotDot',
  'mediumDashDotDot',
  'slantDashDot',
] as const
const PATTERNS = [
  'none',
  'solid',
  'mediumGray',
  'darkGray',
  'lightGray',
  'darkHorizontal',
  'darkVertical',
  'darkDown',
  'darkUp',
  'darkGrid',
  'darkTrellis',
  'lightHorizontal',
  'lightVertical',
  'lightDown',
  'lightUp',
  'lightGrid',
  'lightTrellis',
  'gray125',
  'gray0625',
] as const
const HORIZONTAL = ['general', 'left', 'center', 'right', 'fill', 'justify', 'centerContinuous', 'distributed'] as const
const VERTICAL = ['top', 'center', 'bottom', 'justify', 'distributed'] as const
/** Where texts stand unless something else is said. */
const BOTTOM = 2
const [ROW_LEVEL, COLUMN_LEVEL] = [1, 2]
const FIRST_FREE_FORMAT = 1_000

/** @param conditional formats whose rules bring looks of their own, numbered through all sheets in their order */
export function stylesXml(looks: Looks, conditional: readonly ConditionalFormat[]): WrittenStyles {
  const fills = new Distinct([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ])
  const borders = new Distinct(['<border><left/><right/><top/><bottom/><diagonal/></border>'])
  const fonts =
    looks.fonts.length === 0
      ? ['<font><sz val="10"/><name val="Arial"/></font>']
      : looks.fonts.map((font) => `<font>${fontXml(font)}</font>`)
  const styleNumbers = new Map(
    looks.looks.flatMap(({ isStyle }, at) => (isStyle ? [at] : [])).map((look, at) => [look, at]),
  )
  const ownLooks = looks.looks.flatMap(({ isStyle }, at) => (isStyle ? [] : [at]))
  // The first look is that of all cells without one.
  const ordered = ownLooks.includes(DEFAULT_LOOK)
    ? [DEFAULT_LOOK, ...ownLooks.filter((look) => look !== DEFAULT_LOOK)]
    : ownLooks
  const numbers = new Map(ordered.map((look, at) => [look, at]))
  const xf = (look: CellLook, isStyle: boolean): string => {
    const uses = (bit: number): string => ((((look.used >> bit) & 1) === 1) !== isStyle ? '1' : '0')
    const parent = isStyle ? '' : ` xfId="${styleNumbers.get(look.parent) ?? 0}"`
    return (
      `<xf numFmtId="${look.format}" fontId="${look.font < fonts.length ? look.font : 0}" fillId="` +
      `${fills.of(fillXml(look.fill))}" borderId="${borders.of(borderXml(look.border))}"${parent}` +
      `${look.quotePrefix ? ' quotePrefix="1"' : ''}` +
      ` applyNumberFormat="${uses(0)}" applyFont="${uses(1)}" applyAlignment="${uses(2)}" applyBorder="` +
      `${uses(3)}" applyFill="${uses(4)}" applyProtection="${uses(5)}">` +
      `${alignmentXml(look)}` +
      (look.isLocked && !look.hidesFormula
        ? ''
        : `<protection locked="${look.isLocked ? 1 : 0}" hidden="${look.hidesFormula ? 1 : 0}"/>`) +
      '</xf>'
    )
  }
  const at = (number: number): CellLook[] => {
    const look = looks.looks[number]
    return look === undefined ? [] : [look]
  }
  const parents = [...styleNumbers.keys()].flatMap(at).map((look) => xf(look, true))
  const cells = ordered.flatMap(at).map((look) => xf(look, false))
  const changed = conditional.flatMap(({ rules }) => rules.map(({ look }) => look))
  const ownFormats = [...new Set(changed.flatMap(({ format }) => (typeof format === 'string' ? [format] : [])))]
  const formatNumber = new Map(ownFormats.map((format, nth) => [format, FIRST_FREE_FORMAT + nth]))
  const changes = changed.map((look) => changedLookXml(look, formatNumber))
  const formats = [...looks.formats, ...ownFormats.map((format) => [formatNumber.get(format) ?? 0, format] as const)]
  const names = new Set<string>()
  const styles = looks.styles.flatMap(({ look, builtIn, name }): string[] => {
    const number = styleNumbers.get(look)
    const shown =
      builtIn === null
        ? name
        : (BUILT_IN_NAMES[builtIn.id] ?? `Style ${builtIn.id}`) +
          (builtIn.id === ROW_LEVEL || builtIn.id === COLUMN_LEVEL ? String(builtIn.level + 1) : '')
    if (number === undefined || shown === '' || names.has(shown.toLowerCase())) return []
    names.add(shown.toLowerCase())
    return [
      `<cellStyle name="${xmlText(shown)}" xfId="${number}"` +
        (builtIn === null
          ? ''
          : ` builtinId="${builtIn.id}"${builtIn.id === ROW_LEVEL || builtIn.id === COLUMN_LEVEL ? ` iLevel="${builtIn.level}"` : ''}`) +
        '/>',
    ]
  })
  const list = (name: string, items: readonly string[]): string =>
    items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`
  return {
    styleOf: (look) => numbers.get(look) ?? 0,
    xml:
      `${XML}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
      list(
        'numFmts',
        formats.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${xmlText(code)}"/>`),
      ) +
      list('fonts', fonts) +
      list('fills', fills.all) +
      list('borders', borders.all) +
      list('cellStyleXfs', parents.length === 0 ? ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'] : parents) +
      list('cellXfs', cells.length === 0 ? ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'] : cells) +
      list('cellStyles', styles.length === 0 ? ['<cellStyle name="Normal" xfId="0" builtinId="0"/>'] : styles) +
      list('dxfs', changes) +
      '</styleSheet>',
  }
}

const BUILT_IN_NAMES: Readonly<Record<number, string>> = {
  0: 'Normal',
  1: 'RowLevel_',
  2: 'ColLevel_',
  3: 'Comma',
  4: 'Currency',
  5: 'Percent',
  6: 'Comma [0]',
  7: 'Currency [0]',
  8: 'Hyperlink',
  9: 'Followed Hyperlink',
}

/** Equal pieces of XML once, by their number. */
class Distinct {
  readonly all: string[]
  private readonly numbers: Map<string, number>

  constructor(first: readonly string[]) {
    this.all = [...first]
    this.numbers = new Map(first.map((xml, at) => [xml, at]))
  }

  of(xml: string): number {
    const known = this.numbers.get(xml)
    if (known !== undefined) return known
    this.numbers.set(xml, this.all.length)
    return this.all.push(xml) - 1
  }
}

export const colourXml = (element: string, colour: Colour): string =>
  colour === 'auto'
    ? `<${element} auto="1"/>`
    : typeof colour === 'number'
      ? `<${element} indexed="${colour}"/>`
      : `<${element} rgb="FF${colour.slice(1).toUpperCase()}"/>`

/** What stands inside a font; a stretch of a text calls the name otherwise. */
export const fontXml = (font: Font, nameElement: 'name' | 'rFont' = 'name'): string => {
  const name = `<${nameElement} val="${xmlText(font.name)}"/>`
  const kind =
    `${font.family > 0 && font.family <= 14 ? `<family val="${font.family}"/>` : ''}` +
    `${font.charset > 1 ? `<charset val="${font.charset}"/>` : ''}`
  return (
    `${font.bold ? '<b/>' : ''}${font.italic ? '<i/>' : ''}${font.strike ? '<strike/>' : ''}` +
    `${font.outline ? '<outline/>' : ''}${font.shadow ? '<shadow/>' : ''}` +
    `${font.underline === null ? '' : `<u val="${font.underline}"/>`}` +
    `${font.script === null ? '' : `<vertAlign val="${font.script}"/>`}<sz val="${font.points}"/>` +
    `${font.colour === 'auto' ? '' : colourXml('color', font.colour)}${name}${kind}`
  )
}

function fillXml({ pattern, fore, back }: Fill): string {
  if (pattern === 0) return '<fill><patternFill patternType="none"/></fill>'
  return (
    `<fill><patternFill patternType="${PATTERNS[pattern] ?? 'solid'}">${colourXml('fgColor', fore)}` +
    `${colourXml('bgColor', back)}</patternFill></fill>`
  )
}

const edgeXml = (name: string, { line, colour }: Edge): string =>
  line === 0 ? `<${name}/>` : `<${name} style="${LINES[line] ?? 'thin'}">${colourXml('color', colour)}</${name}>`

function borderXml({ left, right, top, bottom, diagonal, goesDown, goesUp }: Border): string {
  const slants = `${goesUp ? ' diagonalUp="1"' : ''}${goesDown ? ' diagonalDown="1"' : ''}`
  return (
    `<border${slants}>${edgeXml('left', left)}${edgeXml('right', right)}${edgeXml('top', top)}` +
    `${edgeXml('bottom', bottom)}${goesUp || goesDown ? edgeXml('diagonal', diagonal) : '<diagonal/>'}` +
    '</border>'
  )
}

function alignmentXml({
  alignment: { horizontal, vertical, wraps, justifiesLast, rotation, indent, shrinks, readingOrder },
}: CellLook): string {
  const attributes = [
    horizontal === 0 ? '' : ` horizontal="${HORIZONTAL[horizontal]}"`,
    vertical === BOTTOM ? '' : ` vertical="${VERTICAL[vertical] ?? 'bottom'}"`,
    rotation === 0 ? '' : ` textRotation="${rotation}"`,
    wraps ? ' wrapText="1"' : '',
    indent === 0 ? '' : ` indent="${indent}"`,
    justifiesLast ? ' justifyLastLine="1"' : '',
    shrinks ? ' shrinkToFit="1"' : '',
    readingOrder === 0 ? '' : ` readingOrder="${readingOrder}"`,
  ]
  return attributes.every((attribute) => attribute === '') ? '' : `<alignment${attributes.join('')}/>`
}

function changedLookXml({ font, fill, border, format }: ChangedLook, formats: ReadonlyMap<string, number>): string {
  const flag = (name: string, value: boolean | undefined): string =>
    value === undefined ? '' : `<${name} val="${value ? 1 : 0}"/>`
  const inner =
    flag('b', font.bold) +
    flag('i', font.italic) +
    flag('strike', font.strike) +
    (font.underline === undefined ? '' : `<u val="${font.underline ?? 'none'}"/>`) +
    (font.points === undefined ? '' : `<sz val="${font.points}"/>`) +
    (font.colour === undefined ? '' : colourXml('color', font.colour))
  const number =
    typeof format === 'string' ? `<numFmt numFmtId="${formats.get(format) ?? 0}" formatCode="${xmlText(format)}"/>` : ''
  const pattern =
    fill === null
      ? ''
      : '<fill><patternFill' +
        `${fill.pattern === undefined ? '' : ` patternType="${PATTERNS[fill.pattern] ?? 'solid'}"`}>` +
        `${fill.fore === undefined ? '' : colourXml('fgColor', fill.fore)}` +
        `${fill.back === undefined ? '' : colourXml('bgColor', fill.back)}</patternFill></fill>`
  const edges =
    border === null
      ? ''
      : '<border>' +
        (['left', 'right', 'top', 'bottom'] as const)
          .map((side) => (border[side] === undefined ? '' : edgeXml(side, border[side])))
          .join('') +
        '</border>'
  return `<dxf>${inner === '' ? '' : `<font>${inner}</font>`}${number}${pattern}${edges}</dxf>`
}
