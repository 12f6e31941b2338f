import { expect, test } from 'vitest'
import { figureLines, targetVerdict } from '../../../../../src/exchange/write/reports/figureLines'
import { wordsOfReports } from '../../../../../src/i18n/reports'
import { mtbfOf } from '../../../../../src/metrics/nodeFigures'
import { sampleReport } from './sampleReport'

const t = wordsOfReports('zh')
const { report } = sampleReport('monthly', '2025-11-01', '2025-12-01')
// 480,000 km with 12 failures: 25.0 a million km, at most 40.5 with 95 %; without a failure at most 4.80 with 90 %.
const verdict = (failures: number, target: number): string =>
  targetVerdict({ ...report.now, mtbf: mtbfOf(failures, 480_000) }, target, t)

test.each([
  [12, 41, t.reportTargetProven],
  [12, 40, t.reportTargetSeen],
  [12, 24.9, t.bookTargetMissed],
  [0, 4.9, t.reportTargetProven],
  [0, 4.7, t.reportTargetOpen],
])('%i failures against a target of %d', (failures, target, expected) => {
  expect(verdict(failures, target)).toBe(expected)
})

test('each number that stands for failures brings exactly so many of them', () => {
  for (const { label, now, rows } of figureLines(report, t, 'zh'))
    if (rows !== undefined) expect([label, rows.length]).toEqual([label, now])
})
