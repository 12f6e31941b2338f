/** Which place on the train a record speaks of, where records of the train can be told apart by place. */
import { serialIdentity } from '../domain/serialIdentity'
import type { PartChange } from './partChanges'

const NOWHERE = (): string => ''

/**
 * The place a change speaks of; empty where it does not say. Positions are believed where a train names no more of them than
 * it has parts; the car alone is a place where no car can hold two.
 * @param quantity of the part on the train
 */
export function slotsOfTrain(
  changes: readonly PartChange[],
  quantity: number,
  carsPerTrain: number | undefined,
): (place: PartChange['place']) => string {
  const isOnePerCar = carsPerTrain !== undefined && quantity <= carsPerTrain
  const slotOf = ({ carNo, position }: PartChange['place']): string => {
    const [car, spot] = [serialIdentity(carNo), serialIdentity(position)]
    return isOnePerCar && car !== '' ? car : spot === '' ? '' : `${car}|${spot}`
  }
  const slots = new Set(changes.map(({ place }) => slotOf(place)))
  slots.delete('')
  return slots.size > quantity ? NOWHERE : slotOf
}
