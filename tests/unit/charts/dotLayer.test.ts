import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DotLayer, MOST_CIRCLES } from '../../../src/charts/DotLayer'

const drawn = (count: number): string =>
  renderToStaticMarkup(
    createElement(DotLayer, {
      dots: Array.from({ length: count }, (_, at) => ({ x: at, y: at })),
      radius: 2,
      colour: 'var(--series-1)',
      area: { x: 0, y: 0, width: 600, height: 300 },
    }),
  )

test('up to three thousand points are circles; more are one picture of the same colour', () => {
  const [few, many] = [drawn(MOST_CIRCLES), drawn(MOST_CIRCLES + 1)]
  expect(few.match(/<circle/gu)).toHaveLength(MOST_CIRCLES)
  expect(many).not.toContain('<circle')
  expect(many).toMatch(/<mask[^>]*><\/mask><rect[^>]*fill:var\(--series-1\)/u)
})
