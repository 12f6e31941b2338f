import { columnLetter } from '../../open/columnLetter'
import type { Chart, ChartSeries } from './chart'
import type { Row } from './workbook'
import { xmlText } from './xmlText'

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const [CATEGORY, VALUE, SECOND_CATEGORY, SECOND_VALUE] = [101, 102, 103, 104]
const THOUSAND = 1000
const INK = '3A444E'
const RULE = 'D5DCE3'

/** The chart part: what is drawn, bound to cells, with the values the cells have now so that a preview can draw it too. */
export function chartXml(chart: Chart, sheetName: string, rows: readonly Row[]): string {
  const { first, last } = chart.rows
  const quoted = `'${sheetName.replaceAll("'", "''")}'`
  const valueAt = (row: number, column: number): string | number | boolean | undefined => rows[row - 1]?.[column]?.value
  const range = (column: number): string =>
    xmlText(`${quoted}!$${columnLetter(column)}$${first}:$${columnLetter(column)}$${last}`)
  const points = (column: number): string =>
    Array.from({ length: last - first + 1 }, (_, at) => ({ at, value: valueAt(first + at, column) }))
      .filter(({ value }) => value !== undefined && value !== '')
      .map(({ at, value }) => `<c:pt idx="${at}"><c:v>${xmlText(String(value))}</c:v></c:pt>`)
      .join('')
  const numbers = (column: number): string =>
    `<c:numRef><c:f>${range(column)}</c:f><c:numCache><c:formatCode>General</c:formatCode>` +
    `<c:ptCount val="${last - first + 1}"/>${points(column)}</c:numCache></c:numRef>`
  const texts = (column: number): string =>
    `<c:strRef><c:f>${range(column)}</c:f><c:strCache><c:ptCount val="${last - first + 1}"/>${points(column)}</c:strCache></c:strRef>`
  const name = (column: number): string =>
    `<c:tx><c:strRef><c:f>${xmlText(`${quoted}!$${columnLetter(column)}$${first - 1}`)}</c:f><c:strCache>` +
    `<c:ptCount val="1"/><c:pt idx="0"><c:v>${xmlText(String(valueAt(first - 1, column) ?? ''))}</c:v>` +
    '</c:pt></c:strCache></c:strRef></c:tx>'
  const series = (one: ChartSeries): string => {
    const at = chart.series.indexOf(one)
    const bounds =
      one.bounds === undefined
        ? ''
        : '<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>' +
          `<c:plus>${numbers(one.bounds.up)}</c:plus><c:minus>${numbers(one.bounds.down)}</c:minus><c:spPr>` +
          `<a:ln w="12700"><a:solidFill><a:srgbClr val="${INK}"/></a:solidFill></a:ln></c:spPr></c:errBars>`
    const look = one.shape === 'bar' ? `${barLook(one)}<c:invertIfNegative val="0"/>` : lineLook(one)
    return (
      `<c:ser><c:idx val="${at}"/><c:order val="${at}"/>${name(one.column)}${look}${bounds}` +
      `<c:cat>${texts(chart.categories)}</c:cat><c:val>${numbers(one.column)}` +
      `</c:val>${one.shape === 'bar' ? '' : '<c:smooth val="0"/>'}</c:ser>`
    )
  }
  const group = (isBar: boolean, isSecond: boolean): string => {
    const mine = chart.series.filter((one) => (one.shape === 'bar') === isBar && (one.axis === 'second') === isSecond)
    if (mine.length === 0) return ''
    const axes = isSecond
      ? `<c:axId val="${SECOND_CATEGORY}"/><c:axId val="${SECOND_VALUE}"/>`
      : `<c:axId val="${CATEGORY}"/><c:axId val="${VALUE}"/>`
    const drawn = mine.map(series).join('')
    if (!isBar)
      return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${drawn}<c:marker val="1"/>${axes}</c:lineChart>`
    return (
      `<c:barChart><c:barDir val="${chart.direction === 'up' ? 'col' : 'bar'}"/>` +
      `<c:grouping val="${chart.stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${drawn}` +
      `<c:gapWidth val="45"/>${chart.stacked || mine.length > 1 ? '<c:overlap val="100"/>' : ''}${axes}` +
      '</c:barChart>'
    )
  }
  const isLarge = chart.series.some(
    ({ column, axis }) =>
      axis !== 'second' &&
      Array.from({ length: last - first + 1 }, (_, at) => Number(valueAt(first + at, column) ?? 0)).some(
        (value) => value >= THOUSAND,
      ),
  )
  const hasSecond = chart.series.some(({ axis }) => axis === 'second')
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}"><c:date1904 val="0"/>` +
    `<c:roundedCorners val="0"/><c:chart>${title(chart.title, 1200, true)}<c:autoTitleDeleted val="0"/>` +
    '<c:plotArea><c:layout/>' +
    [group(true, false), group(false, false), group(true, true), group(false, true)].join('') +
    categoryAxis(chart) +
    valueAxis(chart, isLarge ? '#,##0' : 'General') +
    (hasSecond ? secondAxes(chart) : '') +
    '<c:spPr><a:noFill/></c:spPr></c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/>' +
    '</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill>' +
    `<a:srgbClr val="${RULE}"/></a:solidFill></a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>` +
    `<a:defRPr sz="900"><a:solidFill><a:srgbClr val="${INK}"/></a:solidFill></a:defRPr></a:pPr>` +
    '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr></c:chartSpace>'
  )
}

const title = (words: string, size: number, isBold: boolean): string =>
  '<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>' +
  `<a:defRPr sz="${size}" b="${isBold ? 1 : 0}"/></a:pPr><a:r>` +
  `<a:rPr lang="zh-CN" sz="${size}" b="${isBold ? 1 : 0}"/><a:t>${xmlText(words)}</a:t></a:r></a:p>` +
  '</c:rich></c:tx><c:overlay val="0"/></c:title>'
const axisTitle = (words: string | undefined): string =>
  words === undefined || words === '' ? '' : title(words, 900, false)

const barLook = ({ colour, hatched }: ChartSeries): string =>
  '<c:spPr>' +
  (hatched
    ? `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${colour}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>`
    : `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`) +
  `<a:ln w="6350"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr>`

function lineLook({ colour, shape, dash }: ChartSeries): string {
  const line =
    shape === 'points'
      ? '<a:noFill/>'
      : `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>${dash === undefined ? '' : `<a:prstDash val="${dash}"/>`}`
  const marker =
    shape === 'line' && dash !== undefined
      ? '<c:marker><c:symbol val="none"/></c:marker>'
      : `<c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr><a:solidFill><a:srgbClr val="${colour}"/>` +
        `</a:solidFill><a:ln><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr>` +
        '</c:marker>'
  return `<c:spPr><a:ln w="${dash === undefined ? 22225 : 12700}">${line}</a:ln></c:spPr>${marker}`
}

const RULED = `<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="8C98A4"/></a:solidFill></a:ln></c:spPr>`
const GRID =
  `<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${RULE}"/></a:solidFill>` +
  '</a:ln></c:spPr></c:majorGridlines>'

const categoryAxis = ({ direction, axes }: Chart): string =>
  `<c:catAx><c:axId val="${CATEGORY}"/><c:scaling>` +
  `<c:orientation val="${direction === 'up' ? 'minMax' : 'maxMin'}"/></c:scaling><c:delete val="0"/>` +
  `<c:axPos val="${direction === 'up' ? 'b' : 'l'}"/>${axisTitle(axes.category)}` +
  '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>' +
  `<c:minorTickMark val="none"/><c:tickLblPos val="low"/>${RULED}<c:crossAx val="${VALUE}"/>` +
  '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>' +
  '<c:noMultiLvlLbl val="1"/></c:catAx>'

/** An optional decimal place would leave its point behind whole numbers, so small values stand as they are. */
const valueAxis = ({ direction, axes, most }: Chart, format: string): string =>
  `<c:valAx><c:axId val="${VALUE}"/><c:scaling>` +
  `<c:orientation val="minMax"/>${most === undefined ? '' : `<c:max val="${most}"/>`}<c:min val="0"/>` +
  '</c:scaling><c:delete val="0"/>' +
  `<c:axPos val="${direction === 'up' ? 'l' : 'b'}"/>${GRID}${axisTitle(axes.value)}` +
  `<c:numFmt formatCode="${format}" sourceLinked="0"/><c:majorTickMark val="none"/>` +
  `<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${RULED}<c:crossAx val="${CATEGORY}"/>` +
  `<c:crosses val="${direction === 'up' ? 'autoZero' : 'max'}"/><c:crossBetween val="between"/>` +
  '</c:valAx>'

const secondAxes = ({ axes, secondIsShare }: Chart): string =>
  `<c:catAx><c:axId val="${SECOND_CATEGORY}"/><c:scaling><c:orientation val="minMax"/></c:scaling>` +
  '<c:delete val="1"/><c:axPos val="b"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>' +
  `<c:tickLblPos val="nextTo"/><c:crossAx val="${SECOND_VALUE}"/><c:crosses val="autoZero"/>` +
  '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>' +
  `<c:valAx><c:axId val="${SECOND_VALUE}"/><c:scaling>` +
  `<c:orientation val="minMax"/>${secondIsShare ? '<c:max val="1"/>' : ''}<c:min val="0"/></c:scaling>` +
  `<c:delete val="0"/><c:axPos val="r"/>${axisTitle(axes.second)}` +
  `<c:numFmt formatCode="${secondIsShare ? '0%' : 'General'}" sourceLinked="0"/>` +
  `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${RULED}` +
  `<c:crossAx val="${SECOND_CATEGORY}"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>`
