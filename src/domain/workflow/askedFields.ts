/** Which fields of a form the next gate will ask for, as the record stands while it is typed; so that nobody learns it afterwards. */
import type { StoredRecord, TableName } from '../records/tables'
import type { CaseFile } from './caseFile'
import { gatesOf } from './decide'
import { pathOf } from './forcedPath'
import { missingAt, missingClassification, type GateContext } from './gates'
import type { Gate } from './missing'
import { isOnPath, WORKFLOW, leadsOn, type Transition } from './transitions'

/** The step that leads on from where the failure stands, on its path; null at the end of the way. */
export function nextStep(file: CaseFile): Transition | null {
  const { state } = file.failure
  return (
    WORKFLOW.find(
      (step) =>
        leadsOn(step.name) &&
        step.to !== null &&
        step.from.some((from) => from === state) &&
        isOnPath(step, pathOf(file)),
    ) ?? null
  )
}

/** A list of the case file, by the table its records are in. */
const LISTS = {
  handlings: 'handlings',
  replacements: 'replacements',
  rootCauseAnalyses: 'analyses',
  correctiveActions: 'actions',
  effectVerifications: 'verifications',
} as const
const isListed = (table: TableName): table is keyof typeof LISTS => table in LISTS

const NEW = 'new'

/** The case file with this record as the form holds it, in the place of the stored one or after the others. */
function withRecord(file: CaseFile, table: TableName, id: string | null, values: object): CaseFile {
  if (table === 'failures') return { ...file, failure: { ...file.failure, ...values } }
  if (!isListed(table)) return file
  const list = LISTS[table]
  const records: readonly { readonly id: string }[] = file[list]
  const record = { ...values, id: id ?? NEW, cycle: file.failure.cycle ?? 1 }
  const next =
    id === null ? [...records, record] : records.map((known) => (known.id === id ? { ...known, ...record } : known))
  return { ...file, [list]: next }
}

/**
 * @param id of the record the form is about; null for a new one
 * @param values what the form holds; text that cannot be read counts as nothing
 * @returns names of its fields that are still asked for
 */
export function askedFields(
  file: CaseFile,
  table: TableName,
  id: string | null,
  values: Readonly<Record<string, unknown>>,
  context: GateContext,
): ReadonlySet<string> {
  const step = nextStep(file)
  if (step === null) return new Set()
  const present = withRecord(file, table, id, values)
  const gates: readonly Gate[] = step.gates === 'all' ? gatesOf(present) : step.gates
  const isClassificationEnough = step.onlyClassification === true || pathOf(present) === 'light'
  const record = table === 'failures' ? (file.failure as StoredRecord).id : (id ?? NEW)
  const items = gates.flatMap((gate) =>
    gate === 'G4' && isClassificationEnough ? missingClassification(present) : missingAt(gate, present, context),
  )
  return new Set(
    items.flatMap((item) =>
      item.table === table && item.record === record && item.field !== null ? [item.field] : [],
    ),
  )
}
