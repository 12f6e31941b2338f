/** Which node of the product tree the words of a row mean, and which words no node fits. */
import type { FailureIdentity } from '../../domain/failureIdentity'
import type { ParsedRecord } from '../cells/parsedRecord'
import { textOf } from './failureFromRecord'
import { partMatcher, type PartEvidence, type PartReason, type MatchedPart } from './partMatcher'
import type { BomPlanner } from './bomPlanner'
import { decidedName, type WordDecisions } from '../tables/wordDecisions'

/** Words that no node fits, with the rows that use them: for a person to decide once. */
export interface UnassignedWords {
  readonly words: string
  readonly partNo: string
  readonly count: number
}

export interface PartResolver {
  readonly ofRecord: (record: ParsedRecord) => MatchedPart | null
  /** Counts a failure that is stored under what was found for it. */
  readonly count: (record: ParsedRecord, part: MatchedPart | null) => void
  readonly unassigned: () => readonly UnassignedWords[]
  readonly assignedBy: Readonly<Partial<Record<PartReason, number>>>
}

const written = (record: ParsedRecord): PartEvidence => ({
  words: textOf(record, 'node'),
  partNo: textOf(record, 'partNo'),
  serial: textOf(record, 'serialNo') || textOf(record, 'removedSerial'),
  parent: textOf(record, 'parentNode'),
})

/** A decided part speaks as its number and name; its words stay on the record. */
function evidenceOf(record: ParsedRecord, decisions: WordDecisions): PartEvidence {
  const evidence = written(record)
  const word = evidence.words || evidence.partNo
  const decided = decidedName(decisions, 'node', word)
  return typeof decided !== 'string' || decided === word ? evidence : { words: decided, partNo: decided, serial: '' }
}

/**
 * @param records every record of the import that names a part, so that the clear ones can speak for the unclear ones
 * @param stored the failures that are there, which speak too
 */
export function partResolver(
  bom: BomPlanner,
  records: readonly ParsedRecord[],
  decisions: WordDecisions = {},
  stored: readonly FailureIdentity[] = [],
): PartResolver {
  const resolve = partMatcher(
    bom.all(),
    records.map((record) => evidenceOf(record, decisions)),
    stored.flatMap(({ partWords, part }) => (partWords === undefined ? [] : [{ words: partWords, nodeId: part }])),
  )
  const unassigned = new Map<string, { words: string; partNo: string; count: number }>()
  const assignedBy: Partial<Record<PartReason, number>> = {}
  return {
    assignedBy,
    unassigned: () => [...unassigned.values()].sort((a, b) => b.count - a.count),
    ofRecord: (record) => {
      const assigned = textOf(record, 'assignedPartNo')
      return resolve(assigned === '' ? evidenceOf(record, decisions) : { ...written(record), partNo: assigned })
    },
    count: (record, part) => {
      if (part !== null) {
        assignedBy[part.reason] = (assignedBy[part.reason] ?? 0) + 1
        return
      }
      const { words, partNo } = written(record)
      const group = unassigned.get(`${words}|${partNo}`) ?? { words, partNo, count: 0 }
      group.count += 1
      unassigned.set(`${words}|${partNo}`, group)
    },
  }
}
