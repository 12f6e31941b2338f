/** How a sheet is printed: paper, margins, what stands above and below, where pages end. */
import { xmlText } from '../ooxml/xmlText'
import type { PageBreak, SheetLayout } from '../../open/biff/sheetLayout'

/** Bits of the print set-up. */
const [ACROSS_FIRST, PORTRAIT, UNSET, NO_COLOUR, DRAFT, NOTES, ANY_DIRECTION, OWN_FIRST_PAGE, NOTES_AT_END] = [
  0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0x200,
]
const ERRORS = ['displayed', 'blank', 'dash', 'NA'] as const
const LAST_PAPER = 118

export function pageXml(layout: SheetLayout): string {
  const options =
    `${layout.isCentredAcross ? ' horizontalCentered="1"' : ''}` +
    `${layout.isCentredDown ? ' verticalCentered="1"' : ''}` +
    `${layout.printsHeadings ? ' headings="1"' : ''}${layout.printsGrid ? ' gridLines="1"' : ''}`
  const { left, right, top, bottom, header, footer } = layout.margins
  return (
    `${options === '' ? '' : `<printOptions${options}/>`}<pageMargins left="${left}" right="${right}" ` +
    `top="${top}" bottom="${bottom}" header="${header}" footer="${footer}"/>` +
    `${setupXml(layout)}${headersXml(layout)}${breaksXml('rowBreaks', layout.rowBreaks)}${breaksXml('colBreaks', layout.columnBreaks)}`
  )
}

function setupXml({ setup, flags }: SheetLayout): string {
  if (setup === null) return ''
  const has = (bit: number): boolean => (setup.flags & bit) !== 0
  const fits = (flags & 0x100) !== 0
  const paper = has(UNSET)
    ? ''
    : `${setup.paper > 0 && setup.paper <= LAST_PAPER ? ` paperSize="${setup.paper}"` : ''}` +
      (!fits && setup.scale >= 10 && setup.scale <= 400 && setup.scale !== 100 ? ` scale="${setup.scale}"` : '')
  const direction = has(UNSET) || has(ANY_DIRECTION) ? '' : ` orientation="${has(PORTRAIT) ? 'portrait' : 'landscape'}"`
  const errors = ERRORS[(setup.flags >> 10) & 3] ?? 'displayed'
  return (
    `<pageSetup${paper}` +
    `${has(OWN_FIRST_PAGE) && setup.firstPage > 0 ? ` firstPageNumber="${setup.firstPage}"` : ''}` +
    `${setup.pagesWide === 1 ? '' : ` fitToWidth="${setup.pagesWide}"`}` +
    `${setup.pagesHigh === 1 ? '' : ` fitToHeight="${setup.pagesHigh}"`}` +
    `${has(ACROSS_FIRST) ? ' pageOrder="overThenDown"' : ''}${direction}` +
    `${has(NO_COLOUR) ? ' blackAndWhite="1"' : ''}${has(DRAFT) ? ' draft="1"' : ''}` +
    `${has(NOTES) ? ` cellComments="${has(NOTES_AT_END) ? 'atEnd' : 'asDisplayed'}"` : ''}` +
    `${has(OWN_FIRST_PAGE) ? ' useFirstPageNumber="1"' : ''}` +
    `${errors === 'displayed' ? '' : ` errors="${errors}"`}` +
    `${!has(UNSET) && setup.copies > 1 ? ` copies="${setup.copies}"` : ''}/>`
  )
}

const [OTHER_EVEN, OTHER_FIRST, SCALES, ALIGNS] = [0x01, 0x02, 0x04, 0x08]

function headersXml({ header, footer, otherPages }: SheetLayout): string {
  const has = (bit: number): boolean => ((otherPages?.flags ?? 0) & bit) !== 0
  const text = (element: string, value: string): string =>
    value === '' ? '' : `<${element}>${xmlText(value)}</${element}>`
  const inner =
    text('oddHeader', header) +
    text('oddFooter', footer) +
    (otherPages === null || !has(OTHER_EVEN)
      ? ''
      : text('evenHeader', otherPages.evenHeader) + text('evenFooter', otherPages.evenFooter)) +
    (otherPages === null || !has(OTHER_FIRST)
      ? ''
      : text('firstHeader', otherPages.firstHeader) + text('firstFooter', otherPages.firstFooter))
  const attributes =
    otherPages === null
      ? ''
      : `${has(OTHER_EVEN) ? ' differentOddEven="1"' : ''}${has(OTHER_FIRST) ? ' differentFirst="1"' : ''}` +
        `${has(SCALES) ? '' : ' scaleWithDoc="0"'}${has(ALIGNS) ? '' : ' alignWithMargins="0"'}`
  return inner === '' && attributes === '' ? '' : `<headerFooter${attributes}>${inner}</headerFooter>`
}

/** The number of a break is that of the last row before it. */
function breaksXml(element: 'rowBreaks' | 'colBreaks', breaks: readonly PageBreak[]): string {
  const real = breaks.filter(({ before }) => before > 0)
  if (real.length === 0) return ''
  const [whole, end] = element === 'rowBreaks' ? [255, 16_383] : [65_535, 1_048_575]
  return (
    `<${element} count="${real.length}" manualBreakCount="${real.length}">` +
    real
      .map(
        ({ before, from, to }) =>
          `<brk id="${before}"${from === 0 ? '' : ` min="${from}"`} max="${to >= whole ? end : to}" man="1"/>`,
      )
      .join('') +
    `</${element}>`
  )
}
