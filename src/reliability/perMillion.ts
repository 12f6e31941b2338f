/** The unit rates are said in: failures per million kilometres. */

/** What per kilometre is so much, per million kilometres. */
export const perMillion = (perKm: number): number => perKm * 1e6

/** A distance in millions of kilometres. */
export const inMillions = (km: number): number => km / 1e6
