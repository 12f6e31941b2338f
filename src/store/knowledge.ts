/** Knowledge items: made of a problem, edited, found; their use is counted from the failures that name them. */
import type { Person } from '../domain/person'
import { CommandRefused } from '../domain/commandTrouble'
import type { Change } from '../domain/change'
import { lessonOf, missingLesson } from '../domain/knowledge'
import { deviceCode } from '../domain/deviceId'
import { nextRecordNumber } from '../domain/recordNumber'
import type { StoredRecord } from '../domain/records/tables'
import { problemFileOf } from './caseFiles'
import { commit, presentRecord, seenSaid, whySaid, type Said } from './commit'
import { presentDevice } from './device'
import { database, type FracasDatabase } from './database'
import { newId } from './newId'

type Knowledge = StoredRecord<'knowledgeItems'>

/** A lesson of a problem, named as its lesson in the same change.
 * @throws CommandRefused when the problem is gone or taught nothing yet
 * @param today YYYY-MM-DD */
export async function lessonFromProblem(
  problemId: string,
  person: Person,
  today: string,
  db: FracasDatabase = database,
): Promise<string | null> {
  const id = newId()
  const change = await commit(
    { name: 'make-lesson', person },
    async (db) => {
      const file = await problemFileOf(problemId, db)
      if (file === null) throw new CommandRefused([{ code: 'gone' }], 'make-lesson')
      if (missingLesson(file).length > 0) throw new CommandRefused([{ code: 'overtaken' }], 'make-lesson')
      const device = await presentDevice(db)
      const given = (await db.recordsOf('knowledgeItems').toArray()).map((item) => item.no)
      const no = nextRecordNumber('knowledge', deviceCode(device.id), given)
      return [
        {
          table: 'knowledgeItems' as const,
          record: id,
          fields: { ...lessonOf(file), no, author: person.name, publishedOn: today },
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
  person: Person,
  said: Said = {},
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'edit-lesson', person, ...whySaid(said) },
    async (db) => {
      await presentRecord('edit-lesson', 'knowledgeItems', id, db)
      return [{ table: 'knowledgeItems' as const, record: id, fields, ...seenSaid(said) }]
    },
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
