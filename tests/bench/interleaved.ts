/** Two ways to do the same, in turns, so that a busy moment of the machine hits both. */
export interface Timings {
  readonly ours: readonly number[]
  readonly baseline: readonly number[]
}

const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The first run of each warms up and is not counted. */
export async function interleaved(
  runs: number,
  ours: (run: number) => unknown,
  baseline: (run: number) => unknown,
): Promise<Timings> {
  const timings = { ours: [] as number[], baseline: [] as number[] }
  for (let run = 0; run <= runs; run += 1) {
    const [a, b] =
      run % 2 === 0
        ? [await timed(() => ours(run)), await timed(() => baseline(run))]
        : [await timed(() => baseline(run)), await timed(() => ours(run))]
    const [mine, theirs] = run % 2 === 0 ? [a, b] : [b, a]
    if (run === 0) continue
    timings.ours.push(mine)
    timings.baseline.push(theirs)
  }
  return timings
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN) +
      (sorted[Math.ceil((sorted.length - 1) / 2)] ?? Number.NaN)) /
    2
  )
}
