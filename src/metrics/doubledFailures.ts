/** Failures that two stores recorded for one occurrence, as far as the columns tell: a person decides. */
import { plainText } from '../domain/plainText'
import { serialIdentity } from '../domain/serialIdentity'
import type { TextField } from './columnDescriptions'
import { idAt, textAt, type FailureColumns } from './failureColumns'

/** The one that was recorded first, and the one that says the same again. */
export type DoubledPair = readonly [first: string, double: string]

const ASIDE: ReadonlySet<string> = new Set(['CANCELLED', 'MERGED'])
/** From here on a moment says a time of day, which hardly two failures of a train share. */
const WITH_TIME = 'yyyy-mm-ddT'.length

/**
 * Pairs of the same train and the same moment that tell of the same part or in the same words: of the day alone, in the same
 * words. Another car, position, serial or a person who has said so makes two of them; so does one file that has both, because
 * whoever wrote it counted two. Each failure is the double of at most one other.
 */
export function doubledFailures(columns: FailureColumns, live: Uint32Array): readonly DoubledPair[] {
  const together = new Map<string, number[]>()
  for (const row of live) {
    const [train, at] = [
      textAt(columns, 'trainId', row) || plainText(textAt(columns, 'trainText', row)),
      textAt(columns, 'occurredAt', row),
    ]
    if (train === '' || at.length < 10 || ASIDE.has(textAt(columns, 'state', row))) continue
    const key = `${train}|${at}`
    const rows = together.get(key)
    if (rows === undefined) together.set(key, [row])
    else rows.push(row)
  }
  const pairs: DoubledPair[] = []
  for (const rows of together.values()) {
    if (rows.length < 2) continue
    const firsts: number[] = []
    for (const row of rows.toSorted((a, b) => (idAt(columns, a) < idAt(columns, b) ? -1 : 1))) {
      const first = firsts.find((earlier) => tellsTheSame(columns, earlier, row))
      if (first === undefined) firsts.push(row)
      else pairs.push([idAt(columns, first), idAt(columns, row)])
    }
  }
  return pairs.sort(([, a], [, b]) => (a < b ? -1 : 1))
}

function tellsTheSame(columns: FailureColumns, one: number, other: number): boolean {
  const both = (field: TextField): readonly [string, string] => [
    textAt(columns, field, one).trim(),
    textAt(columns, field, other).trim(),
  ]
  const isContrary = (field: TextField): boolean => {
    const [a, b] = both(field)
    return a !== '' && b !== '' && serialIdentity(a) !== serialIdentity(b)
  }
  const isSame = (field: TextField): boolean => {
    const [a, b] = both(field).map(plainText)
    return a !== '' && a === b
  }
  const [batch, otherBatch] = both('batchId')
  if ((batch !== '' && batch === otherBatch) || both('duplicateCheck').includes('kept')) return false
  if (isContrary('carNo') || isContrary('position') || isContrary('reportedSerial')) return false
  const isSamePart = isSame('failedNodeId') || isSame('bomNodeId') || isSame('nodeText')
  const isOtherPart = isContrary('bomNodeId') && isContrary('failedNodeId')
  const hasTime = textAt(columns, 'occurredAt', one).length > WITH_TIME
  return isSame('description') ? !isOtherPart : hasTime && isSamePart
}
