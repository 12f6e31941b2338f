import { childRecordsByFailure } from '../childRecords'
import { companyFieldsOf } from '../companyFields'
import { isShownWith, type Imported } from '../liveRecord'
import { readOne, type RecordReader } from '../recordReader'
import { undoneAmong } from '../undoneAmong'
import type { CaseFile } from './caseFile'

const inOrder = <R extends { readonly id: string }>(records: readonly R[]): R[] =>
  [...new Map(records.map((record) => [record.id, record])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))

/** null when there is no failure of that id. Ids rise with time, so that every list is in the order it came about. */
export async function readCaseFile(failureId: string, reader: RecordReader): Promise<CaseFile | null> {
  const failure = await readOne(reader, 'failures', failureId)
  if (failure === undefined || failure.deleted === true) return null
  const problems = failure.problemId === undefined ? [] : [failure.problemId]
  const ownAndShared = async <T extends 'rootCauseAnalyses' | 'correctiveActions' | 'effectVerifications'>(
    table: T,
  ) => [
    ...(await reader.having(table, 'failureId', [failureId])),
    ...(problems.length === 0 ? [] : await reader.having(table, 'problemId', problems)),
  ]
  const [handlings, replacements, analyses, actions, verifications, problem] = await Promise.all([
    reader.having('handlings', 'failureId', [failureId]),
    reader.having('replacements', 'failureId', [failureId]),
    ownAndShared('rootCauseAnalyses'),
    ownAndShared('correctiveActions'),
    ownAndShared('effectVerifications'),
    failure.problemId === undefined ? undefined : readOne(reader, 'problems', failure.problemId),
  ])
  const all = { handlings, replacements, analyses, actions, verifications }
  const owners = [failureId, ...problems, ...Object.values(all).flatMap((records) => records.map(({ id }) => id))]
  const attachments = await reader.having('attachments', 'ownerId', owners)
  const undone = await undoneAmong([...Object.values(all).flat(), ...attachments], reader)
  const isShown = (record: Imported): boolean => isShownWith(record, failure, undone)
  const company = (await reader.all('companyFields')).filter(({ deleted }) => deleted !== true)
  return {
    failure,
    ...childRecordsByFailure(all, (record) => isShown(record))(failure),
    attachments: inOrder(attachments.filter((record) => record.deleted !== true && isShown(record))),
    problem: problem === undefined || problem.deleted === true ? null : problem,
    company: companyFieldsOf(company),
  }
}
