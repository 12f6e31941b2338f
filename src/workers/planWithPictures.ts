/** The plan of an import with the pictures of its sheets, as far as they lie on a failure. */
import { planPictures, type PicturedSheet } from '../exchange/plan/planPictures'
import type { PlannedImport } from '../exchange/plan/planImport'
import { attachedContents } from '../store/attachments'
import type { FracasDatabase } from '../store/database'
import { newId } from '../store/newId'
import type { OpenedFile } from './openedFile'

/** @param files those of the plan, in its order */
export async function planWithPictures(
  planned: PlannedImport,
  files: readonly OpenedFile[],
  db: FracasDatabase,
): Promise<PlannedImport> {
  const sheets = picturedSheets(planned, files)
  if (sheets.length === 0) return planned
  const known = await attachedContents([...new Set(planned.failures.again.map(({ id }) => id))], db)
  const { attachments, unmatchedPictures } = planPictures(
    sheets,
    planned.failures.failureOfRow,
    (id, sha256) => known.has(`${id}|${sha256}`),
    newId,
  )
  const { skipped } = planned.plan
  return {
    ...planned,
    plan: {
      ...planned.plan,
      skipped: unmatchedPictures === 0 ? skipped : { ...skipped, 'picture-on-no-failure': unmatchedPictures },
      records: { ...planned.plan.records, attachments },
      blobs: blobsOf(sheets, new Set(attachments.flatMap(({ sha256 }) => sha256 ?? []))),
    },
  }
}

const picturedSheets = ({ plan }: PlannedImport, files: readonly OpenedFile[]): readonly PicturedSheet[] =>
  plan.sheets.flatMap(({ fileAt = -1, sheet: name }, number): PicturedSheet[] => {
    const file = files[fileAt]
    const sheet = file?.sheets.find((one) => one.name === name)
    const pictures = (file?.pictures ?? []).filter((picture) => picture.sheet === name)
    return sheet === undefined || pictures.length === 0 ? [] : [{ number, sheet, pictures }]
  })

function blobsOf(
  sheets: readonly PicturedSheet[],
  wanted: ReadonlySet<string>,
): readonly { readonly sha256: string; readonly bytes: ArrayBuffer }[] {
  const contents = new Map(
    sheets.flatMap(({ pictures }) => pictures.map(({ sha256, bytes }) => [sha256, bytes.slice().buffer] as const)),
  )
  return [...contents].flatMap(([sha256, bytes]) => (wanted.has(sha256) ? [{ sha256, bytes }] : []))
}
