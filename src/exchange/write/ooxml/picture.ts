/** A picture that lies on a sheet, held by the cell of its upper left corner. */
import { xmlText } from './xmlText'

export interface Picture {
  /** Counted from 0. */
  readonly column: number
  readonly row: number
  readonly widthPx: number
  readonly heightPx: number
  readonly mime: 'image/jpeg' | 'image/png'
  readonly bytes: Uint8Array
  readonly name: string
  /** Read out instead of it. */
  readonly description: string
}

const EMU_PER_PIXEL = 9525
/** Away from the lines of its cell. */
const MARGIN_EMU = 2 * EMU_PER_PIXEL

export const extensionOf = ({ mime }: Picture): 'jpeg' | 'png' => (mime === 'image/png' ? 'png' : 'jpeg')

/** @param nth number of the drawing on its sheet and of its relationship, from 1 */
export function pictureXml(
  { column, row, widthPx, heightPx, name, description }: Picture,
  nth: number,
  relationships: string,
): string {
  const [width, height] = [Math.round(widthPx * EMU_PER_PIXEL), Math.round(heightPx * EMU_PER_PIXEL)]
  return (
    `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>${MARGIN_EMU}</xdr:colOff>` +
    `<xdr:row>${row}</xdr:row><xdr:rowOff>${MARGIN_EMU}</xdr:rowOff></xdr:from>` +
    `<xdr:ext cx="${width}" cy="${height}"/>` +
    '<xdr:pic><xdr:nvPicPr>' +
    `<xdr:cNvPr id="${nth + 1}" name="${xmlText(name)}" descr="${xmlText(description)}"/><xdr:cNvPicPr>` +
    '<a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>' +
    `<xdr:blipFill><a:blip xmlns:r="${relationships}" r:embed="rId${nth}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
    `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/>' +
    '</xdr:oneCellAnchor>'
  )
}
