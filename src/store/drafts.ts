/** What is being typed, kept on disk until it is submitted or thrown away. Drafts are this device's own and never in the log. */
import { database, type Draft, type FracasDatabase } from './database'

export const saveDraft = async (draft: Draft, db: FracasDatabase = database): Promise<void> => {
  await db.drafts.put(draft)
}

export const allDrafts = (db: FracasDatabase = database): Promise<Draft[]> => db.drafts.toArray()

export const dropDraft = (id: string, db: FracasDatabase = database): Promise<void> => db.drafts.delete(id)
