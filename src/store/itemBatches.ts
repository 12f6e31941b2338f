/** The serials of a part that are on record, with their batch where it is known. */
import { database, type FracasDatabase } from './database'
import { undoneBatchIds } from './undoneBatches'
import { isLive, type Imported } from '../domain/liveRecord'

export interface ItemBatch {
  readonly serial: string
  /** Empty where nobody wrote it down. */
  readonly batch: string
}

/**
 * From the list of items and from the replacements of these failures.
 * @returns a serial once for every record that names it
 */
export async function batchesOfItems(
  nodeId: string,
  failureIds: readonly string[],
  db: FracasDatabase = database,
): Promise<readonly ItemBatch[]> {
  const [units, lines, undone] = await Promise.all([
    db
      .recordsOf('units')
      .filter((unit) => unit.bomNodeId === nodeId)
      .toArray(),
    db
      .recordsOf('replacements')
      .where('failureId')
      .anyOf([...failureIds])
      .toArray(),
    undoneBatchIds(db),
  ])
  const isThere = (record: Imported): boolean => isLive(record, undone)
  const ofPart = lines.filter((line) => isThere(line) && (line.bomNodeId === undefined || line.bomNodeId === nodeId))
  return [
    ...units.filter(isThere).map(({ serialNo = '', batchNo = '' }) => ({ serial: serialNo, batch: batchNo })),
    ...ofPart.flatMap(({ removedSerial = '', removedBatch = '', installedSerial = '' }) => [
      { serial: removedSerial, batch: removedBatch },
      { serial: installedSerial, batch: '' },
    ]),
  ]
    .map(({ serial, batch }) => ({ serial: serial.trim(), batch: batch.trim() }))
    .filter(({ serial }) => serial !== '')
}
