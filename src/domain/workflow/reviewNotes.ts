/** What a review said about a failure: one note a day and writer, kept with the failure. */
import { storedList, textsIn } from '../storedList'
import type { Json } from '../records/field'

export interface ReviewNote {
  readonly day: string
  readonly by: string
  readonly text: string
}

export const reviewNotesOf = ({ reviewNotes }: { readonly reviewNotes?: Json }): readonly ReviewNote[] =>
  storedList(reviewNotes, (entry) => textsIn(entry, ['day', 'by', 'text']))

/** The notes with this one in the place of what the same person wrote on the same day; an empty one takes it away. */
export const withNote = (notes: readonly ReviewNote[], note: ReviewNote): readonly ReviewNote[] => [
  ...notes.filter(({ day, by }) => day !== note.day || by !== note.by),
  ...(note.text.trim() === '' ? [] : [{ ...note, text: note.text.trim() }]),
]
