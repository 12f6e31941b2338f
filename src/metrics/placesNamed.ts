/** Do the places that failures name fit the number of such parts on a train? */
import { serialIdentity } from '../domain/serialIdentity'
import { fewPlacesChance, MOST_PLACES } from '../reliability/fewPlaces'
import { textAt, type FailureColumns } from './failureColumns'

/** Every page of a part asks this, so that it speaks up on one page of a thousand by chance. */
const SELDOM = 0.001
/** Trains that name more places than they can have; one or two are slips of the pen. */
const FEWEST_TRAINS = 3

export type PlacesNamed =
  /** Far fewer places than parts: `chance` is that of so few if all parts failed alike. */
  | {
      readonly against: 'fewer'
      readonly quantity: number
      readonly places: number
      readonly chance: number
      readonly rows: Uint32Array
    }
  /** More places on one train than there are parts, on several trains. */
  | {
      readonly against: 'more'
      readonly quantity: number
      readonly places: number
      readonly trains: number
      readonly rows: Uint32Array
    }

/**
 * @param rows     failures of one part
 * @param quantity of it on a train
 * @returns        null where the places fit, or where too few failures name one
 */
export function placesNamed(columns: FailureColumns, rows: Uint32Array, quantity: number): PlacesNamed | null {
  if (!Number.isSafeInteger(quantity) || quantity < 1 || quantity > MOST_PLACES) return null
  const all = new Set<string>()
  const perTrain = new Map<string, { readonly places: Set<string>; readonly rows: number[] }>()
  const named: number[] = []
  for (const row of rows) {
    const position = serialIdentity(textAt(columns, 'position', row))
    if (position === '') continue
    const place = `${serialIdentity(textAt(columns, 'carNo', row))}|${position}`
    named.push(row)
    all.add(place)
    const trainId = textAt(columns, 'trainId', row)
    if (trainId === '') continue
    const train = perTrain.get(trainId) ?? { places: new Set<string>(), rows: [] }
    perTrain.set(trainId, train)
    train.places.add(place)
    train.rows.push(row)
  }
  const over = [...perTrain.values()].filter(({ places }) => places.size > quantity)
  if (over.length >= FEWEST_TRAINS)
    return {
      against: 'more',
      quantity,
      places: Math.max(...over.map(({ places }) => places.size)),
      trains: over.length,
      rows: Uint32Array.from(over.flatMap((train) => train.rows)),
    }
  if (all.size >= quantity) return null
  const chance = fewPlacesChance(named.length, quantity, all.size)
  return chance >= SELDOM
    ? null
    : { against: 'fewer', quantity, places: all.size, chance, rows: Uint32Array.from(named) }
}
