import { expect, test } from 'vitest'
import { figureLines, targetVerdict } from '../../../../../src/exchange/write/reports/figureLines'
import { wordsOfReports } from '../../../../../src/i18n/reports'
import { mtbfOf } from '../../../../../src/metrics/nodeFigures'
import { sampleReport } from './sampleReport'

const t = wordsOfReports('zh')
const { report } = sampleReport('monthly', '2025-11-01', '2025-12-01')
// 480,000 km with 12 failures: 25.0 a million km, at most 40.5 and at least 14.42 with 95 %; without one at most 6.24.
const verdict = (failures: number, target: number): string =>
  targetVerdict({ mtbf: mtbfOf(failures, 480_000) }, 1e6 / target, t, 'zh')

test.each([
  [12, 41, 'met'],
  [12, 40, 'point'],
  [12, 24.9, 'open'],
  [12, 14.4, 'not-met'],
  [0, 6.3, 'met'],
  [0, 6.2, 'open'],
] as const)('%i failures against a target of %d', (failures, target, expected) => {
  expect(verdict(failures, target)).toBe(t.targetJudged(expected, '95%'))
})

test('each number that stands for failures brings exactly so many of them', () => {
  for (const { label, now, rows } of figureLines(report, t, 'zh'))
    if (rows !== undefined) expect([label, rows.length]).toEqual([label, now])
})
