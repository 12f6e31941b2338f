/** What the growth curve dares to say when its law does not fit. */
import { expect, test } from 'vitest'
import { growthFigures, growthVerdict } from '../../../src/charts/growthFigures'
import { growth } from '../../../src/metrics/growth'
import { messagesOf } from '../../support/messagesOf'

const t = messagesOf('zh')
const unit = { divisor: 1, word: 'h' }
/** Quiet, then a burst, then quiet for good: no power law. */
const burst = growth([...Array.from({ length: 40 }, (_, at) => 100 + at), 500, 900], 1000)
/** Times of a power law with β = 2. */
const wearing = growth(
  Array.from({ length: 40 }, (_, at) => 1000 * Math.sqrt((at + 0.5) / 40)),
  1000,
)

test('a refused law gives no forecast, and the verdict rests on the Laplace test', () => {
  expect(burst.fitTest).toMatchObject({ isRefused: true })
  expect(growthVerdict(burst, t)).toBe(t.growthImprovingByTest)
  expect(growthFigures(burst, unit, t, 'zh').find(({ key }) => key === 'next')).toMatchObject({
    value: '—',
    remark: t.growthNoForecast,
  })
})

test('a fitting law keeps its β and its forecast', () => {
  expect(wearing.fitTest).toMatchObject({ isRefused: false })
  expect(growthVerdict(wearing, t)).toBe(t.growthDeteriorating)
  expect(growthFigures(wearing, unit, t, 'zh').find(({ key }) => key === 'next')?.value).not.toBe('—')
})
