/** Knowledge items: made of a problem, edited, found; their use is counted from the failures that name them. */
import type { Change } from '../domain/change'
import { lessonOf, missingLesson } from '../domain/knowledge'
import { nextRecordNumber } from '../domain/recordNumber'
import type { StoredRecord } from '../domain/records/tables'
import { problemFileOf } from './caseFiles'
import { commit } from './commit'
import { presentDevice } from './device'
import { database, type FracasDatabase } from './database'
import { newId } from './newId'

type Knowledge = StoredRecord<'knowledgeItems'>

/** A lesson of a problem, named as its lesson in the same change. null when the problem is gone or taught nothing yet. @param today YYYY-MM-DD */
export async function lessonFromProblem(
  problemId: string,
  actor: string,
  today: string,
  db: FracasDatabase = database,
): Promise<string | null> {
  const id = newId()
  const change = await commit(
    { name: 'make-lesson', actor },
    async (db) => {
      const file = await problemFileOf(problemId, db)
      if (file === null || missingLesson(file).length > 0) return []
      const device = await presentDevice(db)
      const given = (await db.recordsOf('knowledgeItems').toArray()).map((item) => item.no)
      const no = nextRecordNumber('knowledge', device.id, given)
      return [
        {
          table: 'knowledgeItems' as const,
          record: id,
          fields: { ...lessonOf(file), no, author: actor, publishedOn: today },
        },
        { table: 'problems' as const, record: problemId, fields: { lessonId: id } },
      ]
    },
    db,
  )
  return change === null ? null : id
}

export async function editKnowledge(
  id: string,
  fields: Readonly<Record<string, unknown>>,
  actor: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'edit-lesson', actor },
    async () => [{ table: 'knowledgeItems' as const, record: id, fields }],
    db,
  )
}

export const allKnowledge = async (db: FracasDatabase = database): Promise<readonly Knowledge[]> =>
  (await db.recordsOf('knowledgeItems').toArray()).filter(({ deleted }) => deleted !== true)

export async function knowledgeOf(id: string, db: FracasDatabase = database): Promise<Knowledge | null> {
  const found = await db.recordsOf('knowledgeItems').get(id)
  return found === undefined || found.deleted === true ? null : found
}

/** Failures in which an item helped. */
export const usesOf = async (id: string, db: FracasDatabase = database): Promise<readonly StoredRecord<'failures'>[]> =>
  (await db.recordsOf('failures').where('knowledgeId').equals(id).toArray()).filter(({ deleted }) => deleted !== true)

/** How often each item helped. */
export async function lessonUses(db: FracasDatabase = database): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  await db
    .recordsOf('failures')
    .where('knowledgeId')
    .above('')
    .each(({ knowledgeId = '', deleted }) => {
      if (deleted !== true) counts.set(knowledgeId, (counts.get(knowledgeId) ?? 0) + 1)
    })
  return counts
}
