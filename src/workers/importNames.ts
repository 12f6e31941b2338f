/** The names an import knows columns by: those of the database, and those of fleet lists and structures in the same drop. */
import { companyFieldsOf, companyFieldsOfTable } from '../domain/companyFields'
import { namesOf, namesInSheets, type KnownNames } from '../exchange/tables/meaning/knownNames'
import type { ParsedSheet } from '../exchange/tables/parsedSheet'
import { middleMonthKm } from '../domain/middleMonthKm'
import type { FracasDatabase } from '../store/database'
import { readNames } from '../store/reference'

export async function storedNames(db: FracasDatabase): Promise<KnownNames> {
  const readings = await db.recordsOf('usageReadings').toArray()
  const { trains, parties, bomNodes, companyFields } = await readNames(db)
  const named = (...kinds: readonly string[]): ReadonlySet<string> =>
    namesOf(
      parties
        .filter(({ kind }) => kind !== undefined && kinds.includes(kind))
        .flatMap(({ name, short }) => [name, short]),
    )
  return {
    trains: namesOf(trains.map(({ trainNo }) => trainNo)),
    vehicleTypes: namesOf(trains.map(({ vehicleType }) => vehicleType)),
    operators: named('operator'),
    depots: named('depot', 'station'),
    lines: named('line'),
    suppliers: named('supplier', 'oem'),
    systems: namesOf(bomNodes.filter(({ parentId }) => parentId === undefined).map(({ name }) => name)),
    parts: namesOf(bomNodes.flatMap(({ name, aliases }) => [name, ...(aliases ?? '').split(/[,，、;；]/)])),
    partNumbers: namesOf(bomNodes.flatMap(({ partNo, drawingNo }) => [partNo, drawingNo])),
    monthKm: middleMonthKm(readings.filter(({ deleted }) => !deleted)),
    company: companyFieldsOfTable(companyFieldsOf(companyFields), 'failures'),
  }
}

/** Names of the database with those that fleet lists and structures of a drop bring along. */
export function withNamesOf(stored: KnownNames, sheets: readonly ParsedSheet[]): KnownNames {
  const fresh = namesInSheets(sheets)
  const { monthKm, company, ...names } = stored
  const joined = Object.entries(names).map(([name, known]) => [
    name,
    new Set([...known, ...fresh[name as keyof typeof names]]),
  ])
  return { ...(Object.fromEntries(joined) as typeof names), monthKm, company }
}
