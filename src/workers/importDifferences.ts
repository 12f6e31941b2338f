/** What the files say otherwise of records that are stored: old beside new, for a person to take over. */
import { groupedBy } from '../domain/groupedBy'
import { updatesOf, type PlannedUpdate } from '../domain/importPlan'
import type { Failure } from '../domain/records/failure'
import type { Json } from '../domain/records/field'
import { trainLabel } from '../domain/trainLabel'
import type { PlannedImport } from '../exchange/plan/planImport'
import type { MasterValue } from '../exchange/plan/masterReconciler'
import type { ChildValue } from '../exchange/plan/childRecordComparer'
import { failureDifferences } from '../exchange/plan/review/failureDifferences'
import { placeOfValue, type ChangedFailure, type ChangedMaster, type StoredDifference } from './importAnswers'
import type { TakenValues } from './takenValues'

export interface ImportDifferences {
  readonly failures: readonly Omit<ChangedFailure, 'taken'>[]
  readonly masters: readonly Omit<ChangedMaster, 'taken'>[]
  /** What is written of stored records: what lists fill, and what a person took over. */
  readonly updates: (taken: TakenValues) => readonly PlannedUpdate[]
  /** How many stored failures the values taken over close or open again. */
  readonly steps: (taken: TakenValues) => { readonly closes: number; readonly reopens: number }
}

const CHILD_TABLES = ['handlings', 'replacements', 'rootCauseAnalyses', 'correctiveActions'] as const
const FAILURE = { table: 'failures' } as const
const CLOSED: readonly Json[] = ['CLOSED', 'ARCHIVED']

type PlaceOf = (sheet: number) => { readonly file: number; readonly sheet: string }

/** @param stored the failures that rows tell of again */
export function importDifferences(
  planned: PlannedImport,
  stored: ReadonlyMap<string, Failure>,
  placeOf: PlaceOf,
): ImportDifferences {
  const newName = newNames(planned)
  const failures = failuresOf(planned, stored, placeOf, newName)
  const masters = mastersOf(planned, placeOf, newName)
  const takenOf = (taken: TakenValues): readonly StoredDifference[] =>
    failures.flatMap(({ id, differences }) => differences.filter((one) => taken.has(id, placeOfValue(one))))
  return {
    failures,
    masters,
    updates: (taken) => [
      ...updatesOf([
        ...planned.masters.filled,
        ...planned.masters.differences.filter(({ key, field }) => taken.has(key, field)),
      ]),
      ...updatesOf([
        ...planned.childRecords.filled,
        ...[...failures.flatMap(({ filled }) => filled.filter(isOfFailure)), ...takenOf(taken)].map(
          ({ record, ...one }) => ({ ...one, id: record }),
        ),
      ]),
    ],
    steps: (taken) => {
      const states = takenOf(taken).filter(({ table, field }) => table === 'failures' && field === 'state')
      return {
        closes: states.filter(({ before, now }) => !CLOSED.includes(before) && CLOSED.includes(now)).length,
        reopens: states.filter(({ before, now }) => CLOSED.includes(before) && !CLOSED.includes(now)).length,
      }
    },
  }
}

const isOfFailure = ({ table }: StoredDifference): boolean => table === 'failures'

/** What a record that this import would make is called. */
function newNames({ plan }: PlannedImport): (value: Json) => string | null {
  const { parties = [], trains = [], bomNodes = [] } = plan.records
  const names = new Map<string, string>()
  for (const { id, name } of [...parties, ...bomNodes]) names.set(id, name ?? '')
  for (const { id, trainNo = '', vehicleType = '' } of trains) names.set(id, trainLabel(trainNo, vehicleType))
  return (value) => (typeof value === 'string' ? (names.get(value) ?? null) : null)
}

function failuresOf(
  { plan: { records }, failures: { again }, childRecords }: PlannedImport,
  stored: ReadonlyMap<string, Failure>,
  placeOf: PlaceOf,
  newName: (value: Json) => string | null,
): ImportDifferences['failures'] {
  const seen = new Set<string>()
  const byFailure = (values: readonly ChildValue[]) => groupedBy(values, ({ failureId }) => failureId)
  const children = byFailure([...childRecords.filled, ...childRecords.differences])
  const [filledOf, differencesOf] = [byFailure(childRecords.filled), byFailure(childRecords.differences)]
  const ofChildren = (of: ReturnType<typeof byFailure>, id: string): StoredDifference[] =>
    (of.get(id) ?? []).map(({ table, id: record, field, before, now }) => ({
      table,
      record,
      field,
      before,
      now,
      newName: newName(now),
    }))
  const plannedOf = CHILD_TABLES.map((table) => {
    const planned: readonly { readonly failureId?: string }[] = records[table] ?? []
    return [table, groupedBy(planned, ({ failureId }) => failureId)] as const
  })
  const addedTo = (id: string): ChangedFailure['added'] =>
    plannedOf.flatMap(([table, byFailure]) => {
      const count = byFailure.get(id)?.length ?? 0
      return count === 0 ? [] : [[table, count] as const]
    })
  /** Reports and journals tell of stored failures too, without a row about the failure itself. */
  const toldOf = [...children].flatMap(([id, [first]]) =>
    first === undefined ? [] : [{ id, now: null, sheet: first.sheet, row: first.row }],
  )
  return [...again, ...toldOf].flatMap(({ id, now, sheet, row }) => {
    const before = stored.get(id)
    if (before === undefined || seen.has(id)) return []
    const own = now === null ? [] : failureDifferences(before, now)
    // When it was closed belongs to its being closed, which is asked.
    const asksState = own.some(({ field }) => field === 'state')
    const isFilled = (one: (typeof own)[number]): boolean =>
      (one.before === null || one.saysMore) && !(asksState && one.field === 'closedAt')
    const ofFailure = (chosen: typeof own): StoredDifference[] =>
      chosen.map(({ field, before, now }) => ({ ...FAILURE, record: id, field, before, now, newName: newName(now) }))
    const filled = [...ofFailure(own.filter(isFilled)), ...ofChildren(filledOf, id)]
    const differences = [...ofFailure(own.filter((one) => !isFilled(one))), ...ofChildren(differencesOf, id)]
    const added = addedTo(id)
    if (filled.length + differences.length + added.length === 0) return []
    seen.add(id)
    return [{ id, no: before.no ?? '', isAgain: now !== null, ...placeOf(sheet), row, filled, differences, added }]
  })
}

function mastersOf(
  { masters: { filled, differences } }: PlannedImport,
  placeOf: PlaceOf,
  newName: (value: Json) => string | null,
): ImportDifferences['masters'] {
  const byKey = new Map<string, MasterValue[]>()
  for (const value of [...differences, ...filled]) byKey.set(value.key, [...(byKey.get(value.key) ?? []), value])
  return [...byKey].flatMap(([key, values]) => {
    const [first] = values
    if (first === undefined) return []
    const said = values.map(({ field, before, now }) => ({ field, before, now, newName: newName(now) }))
    return [
      {
        key,
        table: first.table,
        name: first.name,
        ...placeOf(first.sheet),
        row: first.row,
        filled: said.filter(({ before }) => before === null),
        differences: said.filter(({ before }) => before !== null),
      },
    ]
  })
}
