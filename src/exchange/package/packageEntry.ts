/** What every entry of a package must say before anything else is asked of it. */
import { isPlainObject } from '../../domain/plainObject'
import { isBatchId, isChangeNumber, isDeviceId } from './packageFormat'

/** What is wrong with an entry: the name of the field, or '' for the entry as a whole; null when nothing is. */
export type EntryCheck = (kind: 'changes' | 'rows' | 'drafts', entry: unknown) => string | null

const LONGEST_ID = 100

/** What an entry of the log must say so that it can be told which change it is. */
export function changeProblem(entry: unknown): string | null {
  if (!isPlainObject(entry)) return ''
  const { id, device, number, batchId } = entry
  if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID) return 'id'
  if (!isDeviceId(device)) return 'device'
  if (!isChangeNumber(number)) return 'number'
  if (batchId !== undefined && !isBatchId(batchId)) return 'batchId'
  // The place in a log is the receiver's to give.
  return 'seq' in entry ? 'seq' : null
}

/** Source rows lie in the folder of their import. */
export const rowsProblem = (entry: unknown, batchId: string): string | null =>
  !isPlainObject(entry) ? '' : entry['batchId'] === batchId ? null : 'batchId'

/** Names an entry by the id people can search for, or by its place where it has none. */
export function whereIn(name: string, place: number, entry: unknown, field: string): string {
  const id = isPlainObject(entry) ? entry['id'] : undefined
  const called = typeof id === 'string' && id !== '' && id.length <= LONGEST_ID ? id : String(place)
  return [name, called, field].filter((part) => part !== '').join(' · ')
}
