/** What the files of an import would store, worked out against what the database holds. */
import type { ImportBatch } from '../domain/importBatch'
import { planImport, type PlannedImport } from '../exchange/plan/planImport'
import type { AttachedReports } from '../exchange/plan/reportOwners'
import type { WordDecisions } from '../exchange/tables/wordDecisions'
import type { FracasDatabase } from '../store/database'
import { storedFailures } from '../store/knownFailures'
import { newId } from '../store/newId'
import type { PlanSummary } from './importAnswers'
import { importDifferences, type ImportDifferences } from './importDifferences'
import { importKnowledge } from './importKnowledge'
import { planSummary } from './importPreview'
import { isOpened, plannedFile, type FileOfImport } from './openedFile'
import { planWithPictures } from './planWithPictures'
import type { TakenValues } from './takenValues'

/** The plan, and what the screen was told of it. */
export interface WorkedImport {
  readonly planned: PlannedImport
  readonly differences: ImportDifferences
  readonly summary: PlanSummary
}

/** What a person has decided about the import as a whole. */
export interface ImportDecisions {
  readonly words: WordDecisions
  readonly attached: AttachedReports
  readonly taken: TakenValues
}

/** @returns the plan, and every import there ever was */
export async function workImport(
  files: readonly FileOfImport[],
  { words, attached, taken }: ImportDecisions,
  db: FracasDatabase,
): Promise<{ readonly worked: WorkedImport; readonly batches: readonly ImportBatch[] }> {
  const { known, batches, position } = await importKnowledge(db)
  const opened = files.filter(isOpened)
  const bare = planImport(opened.map(plannedFile), newId, known, words, attached)
  const planned = await planWithPictures({ ...bare, plan: { ...bare.plan, logPosition: position } }, opened, db)
  const toldOf = [...planned.failures.again.map(({ id }) => id), ...failuresTold(planned)]
  const placeOf = placesIn(planned, files)
  const differences = importDifferences(planned, await storedFailures(toldOf, db), placeOf)
  const summary = planSummary(planned, differences, taken, placeOf)
  return { worked: { planned, differences, summary }, batches }
}

/** Failures of whose records reports and journals say something. */
const failuresTold = ({ childRecords: { filled, differences } }: PlannedImport): readonly string[] => [
  ...new Set([...filled, ...differences].map(({ failureId }) => failureId)),
]

/** Where the sheet of a plan is found among the files of the import, refused ones counted too. */
export function placesIn(
  { plan }: PlannedImport,
  files: readonly FileOfImport[],
): (sheet: number) => { readonly file: number; readonly sheet: string } {
  const opened = files.flatMap((file, at) => (isOpened(file) ? [at] : []))
  return (number) => {
    const sheet = plan.sheets[number]
    return { file: opened[sheet?.fileAt ?? -1] ?? -1, sheet: sheet?.sheet ?? '' }
  }
}
