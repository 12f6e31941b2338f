/** Did an action work? Of whole trains from what the engine holds; of single items with their lives from the database. */
import { isSameItem, serialIdentity } from '../domain/serialIdentity'
import { idAt } from '../metrics/failureColumns'
import { isSerialFrom } from '../domain/effectivity'
import { actionEffect } from '../metrics/actionEffect'
import type { ActionEffect, EffectQuestion } from '../metrics/effectivenessScope'
import type { FieldData } from '../metrics/fieldData'
import { batchOfPart, serialOfPart, serialsAt } from '../metrics/partBasis'
import { rowsInScope, type Scope } from '../metrics/scope'
import { unitEffect, type UnitScope } from '../metrics/unitEffect'
import { database, type FracasDatabase } from '../store/database'
import { batchesOfItems } from '../store/itemBatches'
import { eventsOfSerials } from '../store/serialLives'

type Items = NonNullable<EffectQuestion['items']>

export async function answerEffect(
  data: FieldData,
  question: EffectQuestion,
  db: FracasDatabase = database,
): Promise<ActionEffect> {
  return question.items === null
    ? actionEffect(data, question)
    : unitEffect(data, question, await scopeOf(data, question.nodeId, question.items, db))
}

/** The batch of a report is that of the item it reports, not of whatever else came off. */
function reportedItem(columns: FieldData['columns'], row: number): string {
  const serials = serialsAt(columns, 'analysed', row)
  const own = serialOfPart(columns, 'analysed', row)
  return own === '' && serials.length === 1 ? (serials[0] ?? '') : own
}

const EVERYTHING: Scope = { population: 'all', partBasis: 'analysed', vehicleTypes: [], depotIds: [] }

/** Serials of the part that failures, replacements or the item list know, sorted into those the action reaches and the rest. */
async function scopeOf(data: FieldData, nodeId: string, items: Items, db: FracasDatabase): Promise<UnitScope> {
  const { columns } = data
  const { counted } = rowsInScope(data, { ...EVERYTHING, nodeId })
  const found = new Map<string, { readonly serial: string; isInBatch: boolean; isInOther: boolean }>()
  const seen = (serial: string) => {
    const key = serialIdentity(serial)
    const known = found.get(key) ?? { serial, isInBatch: false, isInOther: false }
    found.set(key, known)
    return known
  }
  const said = (serial: string, batch: string): void => {
    const unit = seen(serial)
    if (batch === '') return
    if (isSameItem(batch, items.effValue)) unit.isInBatch = true
    else unit.isInOther = true
  }
  for (const row of counted) {
    for (const serial of serialsAt(columns, 'analysed', row)) seen(serial)
    const own = reportedItem(columns, row)
    if (own !== '') said(own, batchOfPart(columns, 'analysed', row))
  }
  for (const { serial, batch } of await batchesOfItems(
    nodeId,
    Array.from(counted, (row) => idAt(columns, row)),
    db,
  ))
    said(serial, batch)
  const all = [...found.values()]
  const isInside = ({ serial, isInBatch }: (typeof all)[number]): boolean =>
    items.effKind === 'batch' ? isInBatch : isSerialFrom(serial, items.effValue.trim()) === true
  const inside = all.filter(isInside)
  const isOutside = (unit: (typeof all)[number]): boolean =>
    !isInside(unit) &&
    (unit.isInOther || (items.effKind === 'serialFrom' && isSerialFrom(unit.serial, items.effValue.trim()) === false))
  const events = await eventsOfSerials(
    inside.map(({ serial }) => serial),
    null,
    db,
  )
  return {
    inside: inside.map(({ serial }) => ({ serial, events: events.get(serial) ?? [] })),
    outside: new Set(all.filter(isOutside).map(({ serial }) => serialIdentity(serial))),
  }
}
