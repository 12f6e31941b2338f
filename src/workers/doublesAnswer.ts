/** What is probably written twice: failures, serials, cars. */
import { isMerged } from '../domain/masterData'
import { doubledFailures, type DoubledPair } from '../metrics/doubledFailures'
import { textAt } from '../metrics/failureColumns'
import { alikeCars, alikeSerials, type CarSpellings, type Spellings } from '../metrics/spellings'
import { database, type FracasDatabase } from '../store/database'
import { liveRecords } from '../store/liveRecords'
import type { EngineView } from './engineView'

export interface SpellingsView {
  readonly serials: readonly Spellings[]
  readonly cars: readonly CarSpellings[]
}

interface WrittenCar {
  readonly trainId?: string | undefined
  readonly carNo?: string | undefined
}

export const doubledPairs = ({ columns, live }: EngineView): readonly DoubledPair[] => doubledFailures(columns, live)

export async function spellingsOf(
  { columns, live }: EngineView,
  db: FracasDatabase = database,
): Promise<SpellingsView> {
  const [units, replacements, events] = await Promise.all([
    liveRecords('units', db),
    liveRecords('replacements', db),
    liveRecords('installEvents', db),
  ])
  const serials: string[] = []
  const cars: { trainId: string; carNo: string }[] = []
  const addSerial = (serial = ''): void => void (serial !== '' ? serials.push(serial) : 0)
  const addCar = ({ trainId = '', carNo = '' }: WrittenCar): void =>
    void (trainId !== '' && carNo !== '' ? cars.push({ trainId, carNo }) : 0)
  for (const row of live) {
    addSerial(textAt(columns, 'reportedSerial', row))
    addSerial(textAt(columns, 'actualSerial', row))
    addCar({ trainId: textAt(columns, 'trainId', row), carNo: textAt(columns, 'carNo', row) })
  }
  for (const unit of units) if (!isMerged(unit)) addSerial(unit.serialNo)
  for (const { removedSerial, installedSerial, trainId, carNo } of replacements) {
    addSerial(removedSerial)
    addSerial(installedSerial)
    addCar({ trainId, carNo })
  }
  for (const event of events) addCar(event)
  return { serials: alikeSerials(serials), cars: alikeCars(cars) }
}
