/** Which pictures a report shows of its gravest events: the first one of each of the first few, and how many there are beyond. */
import { idAt } from '../failureColumns'
import type { Attachment } from '../../domain/records/attachment'
import type { FailureColumns } from '../failureColumns'

type Kept = Attachment & { readonly id: string }

export interface EventPhoto {
  /** Row and id of the failure. */
  readonly row: number
  readonly failureId: string
  readonly attachmentId: string
  readonly sha256: string
  readonly mime: string
  readonly name: string
  readonly caption: string
  /** How many pictures the event has. */
  readonly of: number
}

export interface EventPhotos {
  readonly shown: readonly EventPhoto[]
  /** Events of the list that have a picture. */
  readonly withPhoto: number
  readonly events: number
}

const MOST_EVENTS = 10
const DRAWABLE: ReadonlySet<string> = new Set(['image/jpeg', 'image/png'])

/** @param notable rows of the events, gravest first */
export function eventPhotos(columns: FailureColumns, notable: Uint32Array, attachments: readonly Kept[]): EventPhotos {
  const ofOwner = new Map<string, Kept[]>()
  for (const attachment of attachments) {
    const { ownerId, sha256, mime, deletedReason } = attachment
    if (ownerId === undefined || sha256 === undefined || !DRAWABLE.has(mime ?? '') || deletedReason !== undefined)
      continue
    ofOwner.set(ownerId, [...(ofOwner.get(ownerId) ?? []), attachment])
  }
  const withPhoto = Array.from(notable).flatMap((row): EventPhoto[] => {
    const failureId = idAt(columns, row)
    const all = (ofOwner.get(failureId) ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const [first] = all
    return first === undefined
      ? []
      : [
          {
            row,
            failureId,
            attachmentId: first.id,
            sha256: first.sha256 ?? '',
            mime: first.mime ?? '',
            name: first.name ?? '',
            caption: first.caption ?? '',
            of: all.length,
          },
        ]
  })
  return { shown: withPhoto.slice(0, MOST_EVENTS), withPhoto: withPhoto.length, events: notable.length }
}
