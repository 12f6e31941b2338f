/** The pictures of a sheet as a drawing part, each over the cells it lay on. */
import { xmlText } from '../ooxml/xmlText'
import type { DrawnShape, Share } from '../../open/biff/drawnShapes'
import type { Corner, SheetGeometry } from '../../open/biff/sheetGeometry'

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** @param relationOf the relation that leads to the stored picture of that number */
export function drawingXml(
  pictures: readonly DrawnShape[],
  geometry: SheetGeometry,
  relationOf: (picture: number) => string,
): string {
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="${DRAWING}` +
    `/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}">` +
    pictures.map((picture, at) => anchorXml(picture, at + 1, geometry, relationOf(picture.picture))).join('') +
    '</xdr:wsDr>'
  )
}

const cornerXml = (name: 'from' | 'to', { column, columnOffset, row, rowOffset }: Corner): string =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>${columnOffset}</xdr:colOff><xdr:row>${row}` +
  `</xdr:row><xdr:rowOff>${rowOffset}</xdr:rowOff></xdr:${name}>`

function anchorXml(shape: DrawnShape, number: number, geometry: SheetGeometry, relation: string): string {
  const { from, to } = geometry.cornersOf(shape.anchor, shape.share)
  const behaviour = shape.anchor.growsWithCells ? 'twoCell' : shape.anchor.movesWithCells ? 'oneCell' : 'absolute'
  const turned =
    `${shape.rotation === 0 ? '' : ` rot="${Math.round(shape.rotation * 60_000)}"`}` +
    `${shape.isFlippedAcross ? ' flipH="1"' : ''}${shape.isFlippedDown ? ' flipV="1"' : ''}`
  return (
    `<xdr:twoCellAnchor editAs="${behaviour}">${cornerXml('from', from)}${cornerXml('to', to)}` +
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${number + 1}" name="` +
    `${xmlText(shape.name === '' ? `Picture ${number}` : shape.name)}"` +
    `${shape.description === '' ? '' : ` descr="${xmlText(shape.description)}"`}/><xdr:cNvPicPr/>` +
    '</xdr:nvPicPr>' +
    `<xdr:blipFill><a:blip r:embed="${relation}"/>${cropXml(shape.crop)}<a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
    `<xdr:spPr><a:xfrm${turned}><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/>' +
    '</xdr:twoCellAnchor>'
  )
}

/** In thousandths of a per cent. */
function cropXml(crop: Share): string {
  const sides = (
    [
      ['l', crop.left],
      ['t', crop.top],
      ['r', crop.right],
      ['b', crop.bottom],
    ] as const
  )
    .map(([side, part]) => [side, Math.round(part * 100_000)] as const)
    .filter(([, part]) => part !== 0)
  return sides.length === 0 ? '' : `<a:srcRect${sides.map(([side, part]) => ` ${side}="${part}"`).join('')}/>`
}
