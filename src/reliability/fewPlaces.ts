/** More would take long, and no train has as many parts of a kind. */
export const MOST_PLACES = 1000

/**
 * How likely do events that hit every one of `places` places alike hit at most `hit` different ones?
 *
 * The number of different places after each event is a Markov chain: from d it stays at d with the chance d/places, else it
 * becomes d + 1. Its distribution is carried from event to event, which has no differences of large numbers as the closed
 * formula has.
 *
 * @param events whole number ≥ 0
 * @param places whole number from 1 to `MOST_PLACES`
 * @param hit    whole number ≥ 0
 * @returns      in [0, 1]
 * @throws       RangeError for numbers that are none of these
 * @source       classical occupancy: Feller (1968), An Introduction to Probability Theory vol. 1, ch. II.5 and IV.2
 */
export function fewPlacesChance(events: number, places: number, hit: number): number {
  if (
    ![events, places, hit].every((number) => Number.isSafeInteger(number) && number >= 0) ||
    places < 1 ||
    places > MOST_PLACES
  )
    throw new RangeError(`${events} events on ${places} places, ${hit} hit, cannot be`)
  if (hit >= Math.min(events, places)) return 1
  // Only up to `hit` places matter: what leaves there never comes back.
  let chances = new Float64Array(hit + 1)
  chances[0] = 1
  for (let event = 0; event < events; event += 1) {
    const next = new Float64Array(hit + 1)
    for (let d = 0; d <= hit; d += 1)
      next[d] = (chances[d] ?? 0) * (d / places) + (d === 0 ? 0 : (chances[d - 1] ?? 0) * ((places - d + 1) / places))
    chances = next
    if (chances.every((chance) => chance < SMALLEST)) return 0
  }
  return Math.min(
    1,
    chances.reduce((sum, chance) => sum + chance, 0),
  )
}

/** Nobody reads a smaller chance. */
const SMALLEST = 1e-300
