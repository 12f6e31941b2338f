/** What an .xlsx says of its looks, read by itself for comparing: styles of cells, sizes, paper, rules, pictures. */
import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { SSF } from 'xlsx'

export interface CellLooks {
  readonly font: Readonly<Record<string, string>>
  readonly fill: string
  readonly border: Readonly<Record<string, string>>
  readonly alignment: Readonly<Record<string, string>>
  readonly protection: string
  /** The format told by what it makes of numbers. */
  readonly shows: readonly string[]
}

export interface SheetLooks {
  readonly name: string
  readonly xml: string
  readonly cells: ReadonlyMap<string, CellLooks>
  readonly texts: ReadonlyMap<string, string>
  readonly widths: readonly (number | 'hidden')[]
  readonly heights: ReadonlyMap<number, number>
  readonly merges: readonly string[]
  readonly pictures: readonly { readonly from: string; readonly to: string; readonly sha256: string }[]
}

export interface WorkbookLooks {
  readonly sheets: readonly SheetLooks[]
  readonly names: Readonly<Record<string, string>>
}

export const attributesOf = (tag: string): Record<string, string> =>
  Object.fromEntries(
    [...tag.matchAll(/\s([\w:]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, plain(value)]),
  )

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&')

const elements = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?=[\\s/>])(?:[^>]*/>|[^>]*>[\\s\\S]*?</${name}>)`, 'g'))].map(
    ([whole]) => whole,
  )
const section = (xml: string, name: string): string =>
  new RegExp(`<${name}(?=[\\s>])[\\s\\S]*?</${name}>`).exec(xml)?.[0] ?? ''
const children = (xml: string, list: string, item: string): string[] =>
  elements(section(xml, list).replace(/^<[^>]*>/, ''), item)

/** Ink and paper by the names of colours, because each program names them in its own way. */
function colour(tag: string | undefined): string {
  if (tag === undefined) return 'ink'
  const { rgb, theme, indexed, auto } = attributesOf(tag)
  if (rgb !== undefined) return rgb.slice(-6) === '000000' ? 'ink' : rgb.slice(-6)
  if (auto !== undefined || theme === '1' || indexed === '64' || indexed === '8') return 'ink'
  return theme === '0' || indexed === '65' ? 'paper' : `${theme ?? ''}/${indexed ?? ''}`
}

const value = (xml: string, name: string): string => attributesOf(elements(xml, name)[0] ?? '')['val'] ?? ''
const isOn = (xml: string, name: string): string =>
  elements(xml, name).length > 0 && !['0', 'false'].includes(value(xml, name)) ? 'yes' : 'no'

function fontLooks(font: string): CellLooks['font'] {
  const underline = elements(font, 'u')[0]
  return {
    name: value(font, 'name'),
    points: value(font, 'sz'),
    bold: isOn(font, 'b'),
    italic: isOn(font, 'i'),
    strike: isOn(font, 'strike'),
    underline: underline === undefined ? 'none' : (attributesOf(underline)['val'] ?? 'single'),
    script: value(font, 'vertAlign'),
    colour: colour(elements(font, 'color')[0]),
  }
}

function fillLooks(fill: string): string {
  const { patternType = 'none' } = attributesOf(elements(fill, 'patternFill')[0] ?? '')
  if (patternType === 'none') return 'none'
  return patternType === 'solid'
    ? `solid ${colour(elements(fill, 'fgColor')[0])}`
    : `${patternType} ${colour(elements(fill, 'fgColor')[0])} on ${colour(elements(fill, 'bgColor')[0])}`
}

function borderLooks(border: string): CellLooks['border'] {
  const side = (name: string): string => {
    const edge = elements(border.replace(/^<border[^>]*>/, ''), name)[0] ?? ''
    const { style = 'none' } = attributesOf(/^<[^>]*>/.exec(edge)?.[0] ?? '')
    return style === 'none' ? 'none' : `${style} ${colour(elements(edge, 'color')[0])}`
  }
  const { diagonalUp = '0', diagonalDown = '0' } = attributesOf(/^<[^>]*>/.exec(border)?.[0] ?? '')
  return {
    left: side('left'),
    right: side('right'),
    top: side('top'),
    bottom: side('bottom'),
    diagonal: `${side('diagonal')} ${diagonalUp}${diagonalDown}`,
  }
}

const SAMPLES = [42_370.25, -1_234.567, 0.5]

export function workbookLooks(bytes: Uint8Array): WorkbookLooks {
  const parts = unzipSync(bytes)
  const text = (path: string): string => (parts[path] === undefined ? '' : strFromU8(parts[path]))
  const styles = text('xl/styles.xml')
  const [fonts, fills, borders] = [
    children(styles, 'fonts', 'font').map(fontLooks),
    children(styles, 'fills', 'fill').map(fillLooks),
    children(styles, 'borders', 'border').map(borderLooks),
  ]
  const formats = new Map(
    children(styles, 'numFmts', 'numFmt').map((tag) => [
      attributesOf(tag)['numFmtId'] ?? '',
      attributesOf(tag)['formatCode'] ?? '',
    ]),
  )
  const builtIn = SSF.get_table() as Readonly<Record<string, string>>
  const looks = children(styles, 'cellXfs', 'xf').map((xf): CellLooks => {
    const { fontId = '0', fillId = '0', borderId = '0', numFmtId = '0' } = attributesOf(/^<[^>]*>/.exec(xf)?.[0] ?? '')
    const alignment = attributesOf(elements(xf, 'alignment')[0] ?? '')
    const { locked = '1', hidden = '0' } = attributesOf(elements(xf, 'protection')[0] ?? '')
    const format = formats.get(numFmtId) ?? builtIn[numFmtId] ?? 'General'
    return {
      font: fonts[Number(fontId)] ?? {},
      fill: fills[Number(fillId)] ?? '',
      border: borders[Number(borderId)] ?? {},
      protection: `${locked}${hidden}`,
      alignment: {
        horizontal: 'general',
        vertical: 'bottom',
        textRotation: '0',
        wrapText: '0',
        indent: '0',
        shrinkToFit: '0',
        ...alignment,
      },
      shows: SAMPLES.map((sample) => SSF.format(format, sample)),
    }
  })
  const shared = children(text('xl/sharedStrings.xml'), 'sst', 'si').map(textsIn)
  const targets = (path: string): ReadonlyMap<string, string> => {
    const at = path.lastIndexOf('/')
    return new Map(
      elements(text(`${path.slice(0, at)}/_rels/${path.slice(at + 1)}.rels`), 'Relationship').map((tag) => [
        attributesOf(tag)['Id'] ?? '',
        (attributesOf(tag)['Target'] ?? '')
          .replace(/^(?:\/xl\/|\.\.\/)?/, 'xl/')
          .replace(/^xl\/(?=worksheets\/|xl\/)/, 'xl/'),
      ]),
    )
  }
  const workbook = text('xl/workbook.xml')
  const sheetPaths = targets('xl/workbook.xml')
  const sheets = elements(workbook, 'sheet').map((tag): SheetLooks => {
    const { name = '', ...rest } = attributesOf(tag)
    const path = sheetPaths.get(rest['r:id'] ?? '') ?? ''
    const xml = text(path)
    const cells = elements(section(xml, 'sheetData'), 'c')
    const address = (cell: string): string => attributesOf(/^<[^>]*>/.exec(cell)?.[0] ?? '')['r'] ?? ''
    const drawing = [...targets(path).values()].find((target) => /drawings\/drawing/.test(target)) ?? ''
    const media = targets(drawing)
    return {
      name,
      xml,
      cells: new Map(
        cells.map((cell) => [address(cell), looks[Number(attributesOf(/^<[^>]*>/.exec(cell)?.[0] ?? '')['s'] ?? 0)]!]),
      ),
      texts: new Map(cells.map((cell) => [address(cell), textOf(cell, shared)])),
      widths: widthsOf(section(xml, 'cols')),
      heights: new Map(
        elements(section(xml, 'sheetData'), 'row')
          .map((row) => attributesOf(/^<[^>]*>/.exec(row)?.[0] ?? ''))
          .filter(({ customHeight }) => customHeight === '1')
          .map(({ r, ht }) => [Number(r), Number(ht)]),
      ),
      merges: elements(xml, 'mergeCell')
        .map((merge) => attributesOf(merge)['ref'] ?? '')
        .sort(),
      pictures: elements(text(drawing), 'xdr:twoCellAnchor').map((anchor) => ({
        from: corner(section(anchor, 'xdr:from')),
        to: corner(section(anchor, 'xdr:to')),
        sha256: createHash('sha256')
          .update(parts[media.get(attributesOf(/<a:blip[^>]*>/.exec(anchor)?.[0] ?? '')['r:embed'] ?? '') ?? ''] ?? '')
          .digest('hex'),
      })),
    }
  })
  const names = Object.fromEntries(
    elements(workbook, 'definedName').map((tag) => [
      `${attributesOf(tag)['name']}|${attributesOf(tag)['localSheetId'] ?? ''}`,
      plain(tag.replace(/<[^>]*>/g, '')),
    ]),
  )
  return { sheets, names }
}

const textsIn = (item: string): string =>
  [...item.matchAll(/<t(?=[\s>])[^>]*>([^<]*)<\/t>/g)].map(([, words = '']) => plain(words)).join('')

function textOf(cell: string, shared: readonly string[]): string {
  const inner = /<v>([^<]*)<\/v>/.exec(cell)?.[1] ?? ''
  const formula = /<f[^>]*>([^<]*)<\/f>/.exec(cell)?.[1]
  if (formula !== undefined) return `=${plain(formula)}`
  return / t="s"/.test(cell)
    ? (shared[Number(inner)] ?? '')
    : / t="inlineStr"/.test(cell)
      ? textsIn(cell)
      : plain(inner)
}

function widthsOf(columns: string): readonly (number | 'hidden')[] {
  const widths: (number | 'hidden')[] = []
  for (const column of elements(columns.replace(/^<cols>/, ''), 'col')) {
    const { min, max, width, hidden } = attributesOf(column)
    for (let at = Number(min); at <= Math.min(Number(max), 60); at += 1)
      widths[at - 1] = hidden === '1' ? 'hidden' : Number(width)
  }
  return widths
}

const corner = (xml: string): string => `${/<xdr:col>(\d+)/.exec(xml)?.[1]},${/<xdr:row>(\d+)/.exec(xml)?.[1]}`

/** One element of a sheet by its attributes, or its text. */
export const saysOf = (sheet: SheetLooks, element: string): Record<string, string> =>
  attributesOf(elements(sheet.xml, element)[0] ?? '')
export const wordsOf = (sheet: SheetLooks, element: string): string =>
  plain((elements(sheet.xml, element)[0] ?? '').replace(/<[^>]*>/g, ''))
export const allOf = (
  sheet: SheetLooks,
  element: string,
): readonly { readonly attributes: Record<string, string>; readonly inner: string }[] =>
  elements(sheet.xml, element).map((tag) => ({
    attributes: attributesOf(/^<[^>]*>/.exec(tag)?.[0] ?? ''),
    inner: plain(tag.replace(/^<[^>]*>|<\/[^>]*>$/g, '')),
  }))
