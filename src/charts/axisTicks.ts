const STEPS = [1, 2, 5, 10]

function stepFor(most: number, ticks: number): number {
  const size = 10 ** Math.floor(Math.log10(most / ticks))
  return size * (STEPS.find((step) => (size * step * ticks) / most >= 1 - 1e-9) ?? 10)
}

const upTo = (step: number, count: number): readonly number[] =>
  Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)))

/** Whole numbers from 0 up to at most `most`, evenly apart on a round step. */
export function wholeTicks(most: number, ticks = 5): readonly number[] {
  if (!(most >= 1)) return [0, 1]
  const step = Math.max(1, stepFor(most, ticks))
  return upTo(step, Math.floor(most / step))
}

/** From 0 to the first round value at or above `most`; its last tick is the end of the axis. */
export function coveringTicks(most: number, ticks = 5): readonly number[] {
  if (!(most > 0 && most < Infinity)) return [0, 1]
  const step = stepFor(most, ticks)
  return upTo(step, Math.ceil(most / step - 1e-9))
}

/** As `coveringTicks`, on whole numbers: an axis of counts. */
export function wholeCoveringTicks(most: number, ticks = 5): readonly number[] {
  if (!(most >= 1 && most < Infinity)) return [0, 1]
  const step = Math.max(1, stepFor(most, ticks))
  return upTo(step, Math.ceil(most / step - 1e-9))
}

const LOG_STEPS = [[1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8], [1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]]

/**
 * Round values inside a logarithmic range, as many as stand apart from each other.
 *
 * @param apart the ratio two neighbours must keep so that their labels do not touch
 */
export function logTicks(least: number, most: number, apart: number): readonly number[] {
  for (const steps of LOG_STEPS) {
    const found: number[] = []
    for (let power = Math.floor(Math.log10(least)); power <= Math.ceil(Math.log10(most)); power += 1)
      for (const step of steps) {
        const value = Number((step * 10 ** power).toPrecision(12))
        if (value >= least && value <= most) found.push(value)
      }
    if (found.every((value, at) => at === 0 || value / (found[at - 1] ?? value) >= apart)) return found
  }
  return [10 ** Math.ceil(Math.log10(least))].filter((value) => value <= most)
}
