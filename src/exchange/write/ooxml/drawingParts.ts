import type { Chart } from './chart'
import { chartXml } from './chartXml'
import { extensionOf, pictureXml } from './picture'
import type { Row, Sheet } from './workbook'
import { xmlText } from './xmlText'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'

export type Part = readonly [path: string, xml: string]

export interface Media {
  readonly path: string
  readonly bytes: Uint8Array
}

/** The pictures of all sheets as parts of the package, numbered through the whole workbook. */
export const mediaParts = (sheets: readonly Sheet[]): readonly Media[] =>
  sheets
    .flatMap(({ pictures = [] }) => pictures)
    .map((picture, at) => ({ path: `xl/media/image${at + 1}.${extensionOf(picture)}`, bytes: picture.bytes }))

/** The parts that hang on sheets with drawings. Charts and pictures are numbered through the whole workbook, drawings like their sheets. */
export function drawingParts(sheets: readonly Sheet[], names: readonly string[]): readonly Part[] {
  let charts = 0
  let images = 0
  return sheets.flatMap(({ charts: mine = [], pictures = [], rows }, at): Part[] => {
    if (mine.length === 0 && pictures.length === 0) return []
    // Only charts look at the rows again; a generator could not be walked twice.
    const all: readonly Row[] = mine.length === 0 ? [] : [...rows]
    const numbered = mine.map((chart) => ({ chart, number: (charts += 1) }))
    const lying = pictures.map((picture, nth) => ({
      picture,
      nth: numbered.length + nth + 1,
      target: `../media/image${(images += 1)}.${extensionOf(picture)}`,
    }))
    return [
      [
        `xl/worksheets/_rels/sheet${at + 1}.xml.rels`,
        `${XML}<Relationships xmlns="${PACKAGE}">` +
          `<Relationship Id="rId1" Type="${OFFICE}/drawing" Target="../drawings/drawing${at + 1}.xml"/>` +
          '</Relationships>',
      ],
      [
        `xl/drawings/drawing${at + 1}.xml`,
        `${XML}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main">` +
          `${numbered.map(({ chart }, nth) => anchorXml(chart, nth + 1)).join('')}` +
          `${lying.map(({ picture, nth }) => pictureXml(picture, nth, OFFICE)).join('')}</xdr:wsDr>`,
      ],
      [
        `xl/drawings/_rels/drawing${at + 1}.xml.rels`,
        `${XML}<Relationships xmlns="${PACKAGE}">` +
          numbered
            .map(
              ({ number }, nth) =>
                `<Relationship Id="rId${nth + 1}" Type="${OFFICE}/chart" Target="../charts/chart${number}.xml"/>`,
            )
            .join('') +
          lying
            .map(({ nth, target }) => `<Relationship Id="rId${nth}" Type="${OFFICE}/image" Target="${target}"/>`)
            .join('') +
          '</Relationships>',
      ],
      ...numbered.map(({ chart, number }): Part => {
        const other = chart.of === undefined ? -1 : sheets.findIndex(({ name }) => name === chart.of)
        const path = `xl/charts/chart${number}.xml`
        return other === -1
          ? [path, chartXml(chart, names[at] ?? '', all)]
          : [path, chartXml(chart, names[other] ?? '', [...(sheets[other]?.rows ?? [])])]
      }),
    ]
  })
}

const corner = (name: 'from' | 'to', column: number, row: number): string =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`

function anchorXml({ title, description, place }: Chart, nth: number): string {
  return (
    `<xdr:twoCellAnchor editAs="oneCell">${corner('from', place.column, place.row)}` +
    `${corner('to', place.column + place.columns, place.row + place.rows)}` +
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>' +
    `<xdr:cNvPr id="${nth + 1}" name="${xmlText(title)}" descr="${xmlText(description)}"/>` +
    '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>' +
    '</xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${DRAWING}/chart">` +
    `<c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${OFFICE}" r:id="rId${nth}"/></a:graphicData>` +
    '</a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  )
}

/** What the package must say about these parts. */
export const drawingTypes = (parts: readonly Part[]): string =>
  parts
    .map(([path]) =>
      path.startsWith('xl/charts/')
        ? [path, 'drawingml.chart']
        : /^xl\/drawings\/[^/]+\.xml$/.test(path)
          ? [path, 'drawing']
          : null,
    )
    .filter((entry) => entry !== null)
    .map(
      ([path, kind]) =>
        `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.${kind}+xml"/>`,
    )
    .join('')
