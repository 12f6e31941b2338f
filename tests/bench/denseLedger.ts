/** A ledger of 100,000 rows and 30 columns as old ledgers are: numbers, real dates, few words said often, texts that differ. */
import { causeTexts, descriptions, handlers, measures, reporters } from '../../fixtures/demo/wording'
import { seededRandom } from '../../fixtures/demo/seededRandom'
import { dateOfDay, dayNumber } from '../../src/domain/moment'
import { dateCell } from '../../src/exchange/write/ooxml/dateCell'
import { count, text } from '../../src/exchange/write/ooxml/tableSheet'
import type { Cell, Row, Sheet } from '../../src/exchange/write/ooxml/workbook'

export const ROWS = 100_000
const HEADERS = [
  '序号',
  '故障编号',
  '配属局',
  '车辆段',
  '线路',
  '车型',
  '列车号',
  '车厢号',
  '走行公里',
  '系统',
  '部件名称',
  '图号',
  '出厂编号',
  '出厂日期',
  '装车日期',
  '发生日期',
  '发现时机',
  '故障现象',
  '故障代码',
  '运营影响',
  '晚点(min)',
  '故障等级',
  '处理措施',
  '换下件号',
  '换上件号',
  '处理人',
  '原因分析',
  '原因类别',
  '填报人',
  '完成日期',
]
const SYMPTOMS = Object.values(descriptions).flat()
const MEASURES = Object.values(measures).flat()
const CAUSES = Object.values(causeTexts).flat()

export function* ledgerRows(): Generator<Row> {
  const random = seededRandom(30)
  const first = dayNumber('2016-01-01')
  yield HEADERS.map((word) => text(word, 'header'))
  const date = (day: number): Cell | undefined => dateCell(dateOfDay(day))
  for (let at = 1; at <= ROWS; at += 1) {
    const day = first + random.between(0, 2900)
    yield [
      count(at),
      text(`GZ-${2016 + (at % 8)}-${String(at).padStart(6, '0')}`, 'identifier'),
      text(`第${at % 6}客运公司`),
      text(`城${at % 18}动车所`),
      text(`${at % 9}号线`),
      text('CRH380A'),
      text(String(2001 + (at % 300)), 'identifier'),
      text(String(1 + (at % 8)).padStart(2, '0'), 'identifier'),
      count(random.between(50_000, 4_000_000)),
      text('制动控制系统'),
      text(`中继阀${at % 8}型`),
      text(`BK-${1000 + (at % 120)}`, 'identifier'),
      text(`00${16 + (at % 8)}${String(random.between(1, 99_999)).padStart(5, '0')}`, 'identifier'),
      date(day - 900),
      date(day - 700),
      date(day),
      text('正线运营'),
      text(`${at % 8}车${random.pick(SYMPTOMS)}${random.between(10, 480)}`, 'wrapped'),
      text(String(random.between(1000, 9999)), 'identifier'),
      text('无影响'),
      at % 9 === 0 ? count(random.between(1, 60)) : undefined,
      text('Ⅲ', 'centered'),
      text(random.pick(MEASURES), 'wrapped'),
      text(`A${random.between(10_000, 99_999)}`, 'identifier'),
      text(`A${random.between(10_000, 99_999)}`, 'identifier'),
      text(random.pick(handlers)),
      text(random.pick(CAUSES), 'wrapped'),
      text('制造'),
      text(random.pick(reporters)),
      date(day + 20),
    ]
  }
}

export const ledgerSheet = (): Sheet => ({
  name: '台账',
  widths: HEADERS.map(() => 14),
  rows: ledgerRows(),
  frozen: { rows: 1, columns: 2 },
  filter: `A1:AD${ROWS + 1}`,
  print: { paper: 'A3', landscape: true, header: '台账' },
})

/** The same values as the library takes them. */
export const plainRows = (): (string | number | boolean | null)[][] =>
  Array.from(ledgerRows(), (row) => row.map((cell) => cell?.value ?? null))
