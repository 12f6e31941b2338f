/** The rows and cells of a sheet part as they stand in the XML, so that what nobody touches stays as it is. */
import { columnIndex, columnLetter } from '../../open/columnLetter'

export interface XmlCell {
  /** Zero-based. */
  readonly column: number
  /** Attributes but the address. */
  readonly attributes: string
  /** What stands between the tags; null for an empty element. */
  readonly body: string | null
}

export interface XmlRow {
  readonly number: number
  /** Attributes but the number. */
  readonly attributes: string
  readonly cells: readonly XmlCell[]
}

const ROW = /<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g
const CELL = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g

export const attributeOf = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]

export const withAttribute = (attributes: string, name: string, value: string | null): string => {
  const without = attributes.replace(new RegExp(`\\s*\\b${name}="[^"]*"`), '')
  return value === null ? without : `${without} ${name}="${value}"`
}

/** `AB12` → [27, 12], zero-based column. */
export function placeOf(address: string): readonly [column: number, row: number] {
  const [, letters = '', row = ''] = /^\$?([A-Z]{1,3})\$?(\d+)$/.exec(address) ?? []
  return [columnIndex(letters), Number(row)]
}

/** Cells and rows may leave their address out; then they follow the one before. */
export function readRows(sheetData: string): XmlRow[] {
  const rows: XmlRow[] = []
  let number = 0
  for (const [, attributes = '', body = ''] of sheetData.matchAll(ROW)) {
    number = Number(attributeOf(attributes, 'r') ?? number + 1)
    let column = -1
    rows.push({
      number,
      attributes: withAttribute(attributes, 'r', null).trim(),
      cells: [...body.matchAll(CELL)].map(([, own = '', inner]) => {
        const address = attributeOf(own, 'r')
        column = address === undefined ? column + 1 : placeOf(address)[0]
        return { column, attributes: withAttribute(own, 'r', null).trim(), body: inner ?? null }
      }),
    })
  }
  return rows
}

const spaced = (attributes: string): string => (attributes === '' ? '' : ` ${attributes}`)

export const printRows = (rows: readonly XmlRow[]): string =>
  rows
    .map(({ number, attributes, cells }) => {
      const inner = cells
        .map(
          (cell) =>
            `<c r="${columnLetter(cell.column)}${number}"${spaced(cell.attributes)}${cell.body === null ? '/>' : `>${cell.body}</c>`}`,
        )
        .join('')
      return `<row r="${number}"${spaced(attributes)}${inner === '' ? '/>' : `>${inner}</row>`}`
    })
    .join('')

/** The text of a cell; formulas count as none. */
export function textOfCell(cell: XmlCell | undefined, shared: readonly string[]): string {
  if (cell?.body == null || /<f\b/.test(cell.body)) return ''
  const type = attributeOf(cell.attributes, 't')
  const value = /<v\b[^>]*>([\s\S]*?)<\/v>/.exec(cell.body)?.[1] ?? ''
  if (type === 's') return shared[Number(value)] ?? ''
  return type === 'inlineStr' ? textsIn(cell.body) : plain(value)
}

/** The texts of `<t>` elements one after the other; phonetic guides left out. */
export const textsIn = (xml: string): string =>
  [...xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '').matchAll(/<t\b[^>]*?(?:\/>|>([\s\S]*?)<\/t>)/g)]
    .map(([, text = '']) => plain(text))
    .join('')

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export const plain = (xml: string): string =>
  xml.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole: string, hex?: string, decimal?: string, name?: string) =>
    hex !== undefined
      ? String.fromCodePoint(Number.parseInt(hex, 16))
      : decimal !== undefined
        ? String.fromCodePoint(Number(decimal))
        : (ENTITIES[name ?? ''] ?? whole),
  )
