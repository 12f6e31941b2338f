/** Pictures of the sheets become attachments of the failure whose row or form they lie on. */
import type { PlannedRecord } from '../../domain/importPlan'
import type { ParsedRecord } from '../cells/parsedRecord'
import type { ParsedSheet } from '../tables/parsedSheet'
import type { SheetPicture } from '../open/sheetPictures'

export interface HashedPicture extends SheetPicture {
  readonly sha256: string
}

export interface PicturedSheet {
  /** Place of the sheet in the plan. */
  readonly number: number
  readonly sheet: ParsedSheet
  readonly pictures: readonly HashedPicture[]
}

interface Letterheads {
  /** Is a picture that begins in this row of a form its letterhead? */
  readonly isOne: (form: number, row: number, sha256: string) => boolean
}
const NO_LETTERHEADS: Letterheads = { isOne: () => false }

/** A logo lies above everything a form says, or is the same on several forms of a sheet; a photo is neither. */
function letterheadsOf(forms: readonly ParsedRecord[], pictures: readonly HashedPicture[]): Letterheads {
  const firstValue = new Map(
    forms.map(({ row, cells }) => [
      row,
      Math.min(...Object.values(cells).map((address) => Number(/\d+$/u.exec(address ?? '')?.[0] ?? Number.NaN))),
    ]),
  )
  const formsWith = new Map<string, Set<number>>()
  const formRows = [...firstValue.keys()].sort((a, b) => a - b)
  for (const { row, sha256 } of pictures) {
    const form = formRows.findLast((each) => each <= row)
    if (form !== undefined) formsWith.set(sha256, (formsWith.get(sha256) ?? new Set()).add(form))
  }
  return {
    isOne: (form, row, sha256) => row < (firstValue.get(form) ?? 0) || (formsWith.get(sha256)?.size ?? 0) > 1,
  }
}

/**
 * @param failureOfRow `sheet|row` → the failure that the row tells of
 * @param isKnown      the failure has this content already
 * @returns the attachments, and how many pictures lie on no failure, such as a logo above the header
 */
export function planPictures(
  sheets: readonly PicturedSheet[],
  failureOfRow: ReadonlyMap<string, string>,
  isKnown: (failureId: string, sha256: string) => boolean,
  newId: () => string,
): { readonly attachments: readonly PlannedRecord<'attachments'>[]; readonly unmatchedPictures: number } {
  const attachments: PlannedRecord<'attachments'>[] = []
  const planned = new Set<string>()
  let unmatchedPictures = 0
  for (const { number, sheet, pictures } of sheets) {
    const failures = sheet.records.filter(({ kind }) => kind === 'failure')
    const rows = failures.map(({ row }) => row).sort((a, b) => a - b)
    const letterheads = sheet.kind === 'failure-form' ? letterheadsOf(failures, pictures) : NO_LETTERHEADS
    const lastHeader = Math.max(0, ...sheet.headerRows)
    for (const { row, name, mime, bytes, sha256 } of pictures) {
      // A picture may begin a little above the row it belongs to in no layout, but it often hangs below it.
      const own = row <= lastHeader ? undefined : rows.findLast((each) => each <= row)
      const ownerId = own === undefined ? undefined : failureOfRow.get(`${number}|${own}`)
      if (own === undefined || ownerId === undefined || letterheads.isOne(own, row, sha256)) {
        unmatchedPictures += 1
        continue
      }
      const key = `${ownerId}|${sha256}`
      if (planned.has(key) || isKnown(ownerId, sha256)) continue
      planned.add(key)
      attachments.push({
        id: newId(),
        ownerId,
        name,
        mime,
        size: bytes.length,
        sha256,
        origin: { sheet: number, row: own },
      })
    }
  }
  return { attachments, unmatchedPictures }
}
