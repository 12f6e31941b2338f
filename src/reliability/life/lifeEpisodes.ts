import { latest } from './lifeData'

/**
 * A stretch of the life of a part, or of several alike, during which nothing that may matter changed: from one age to
 * another, and whether it ended with a failure. A part whose season or depot changes is several of them in a row.
 */
export type LifeEpisode = {
  /** Age at which the stretch began, ≥ 0; the part is at risk from just after it. */
  readonly entry: number
  /** Age at its end, above `entry`. */
  readonly exit: number
  readonly failed: boolean
  /** Parts alike; 1 where not given. */
  readonly count?: number
  /** One number per cause, the same for all episodes. */
  readonly causes: readonly number[]
}

/**
 * Episodes as columns, causes measured from their mean in units of their spread: a search is then as steep one way as another.
 */
export type EpisodeColumns = {
  readonly entry: Float64Array
  readonly exit: Float64Array
  readonly failed: Uint8Array
  readonly weight: Float64Array
  /** One column per cause. */
  readonly causes: readonly Float64Array[]
  readonly means: readonly number[]
  readonly spreads: readonly number[]
  /** Failures. */
  readonly events: number
}

/**
 * @returns null where a cause is the same everywhere, so that nothing can be said of it
 * @throws  RangeError for ages that are none, broken counts, or episodes with unlike causes
 */
export function episodeColumns(episodes: readonly LifeEpisode[]): EpisodeColumns | null {
  const width = episodes[0]?.causes.length ?? 0
  for (const { entry, exit, count = 1, causes } of episodes) {
    if (!(entry >= 0 && exit > entry && exit < Infinity)) throw new RangeError(`no part lives from ${entry} to ${exit}`)
    if (!(count >= 0 && count < Infinity)) throw new RangeError(`count ${count} is not a count`)
    if (causes.length !== width || !causes.every((value) => Math.abs(value) < 1e100))
      throw new RangeError('every episode needs the same causes, each a number')
  }
  const weight = Float64Array.from(episodes, ({ count = 1 }) => count)
  const all = weight.reduce((sum, count) => sum + count, 0)
  const means = Array.from({ length: width }, (_, at) => {
    const sum = episodes.reduce((of, { causes }, row) => of + (weight[row] ?? 0) * (causes[at] ?? 0), 0)
    return all > 0 ? sum / all : 0
  })
  const spreads = means.map((mean, at) => {
    const squares = episodes.reduce(
      (of, { causes }, row) => of + (weight[row] ?? 0) * ((causes[at] ?? 0) - mean) ** 2,
      0,
    )
    return all > 0 ? Math.sqrt(squares / all) : 0
  })
  const size = latest(means.map(Math.abs))
  if (spreads.some((spread) => !(spread > 1e-12 * size && spread < Infinity))) return null
  return {
    entry: Float64Array.from(episodes, ({ entry }) => entry),
    exit: Float64Array.from(episodes, ({ exit }) => exit),
    failed: Uint8Array.from(episodes, ({ failed }) => (failed ? 1 : 0)),
    weight,
    causes: means.map((mean, at) =>
      Float64Array.from(episodes, ({ causes }) => ((causes[at] ?? 0) - mean) / (spreads[at] ?? 1)),
    ),
    means,
    spreads,
    events: episodes.reduce((sum, { failed, count = 1 }) => sum + (failed ? count : 0), 0),
  }
}

/** @throws RangeError where not every episode has its cluster */
export function checkClusters(episodes: readonly LifeEpisode[], clusters: readonly number[] | null): void {
  if (clusters !== null && !(clusters.length === episodes.length && clusters.every(Number.isFinite)))
    throw new RangeError('every episode needs its cluster')
}
