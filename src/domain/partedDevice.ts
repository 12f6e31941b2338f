/**
 * A store was copied and both copies went on working under one device id: the changes of the one that becomes a new device, as
 * they are called from then on. Up to where the two parted they share everything; what came after is its own.
 */
import type { Edit } from './change'
import type { VersionVector } from './fieldVersions'
import type { ChainedContent } from './logChain'

/** How the changes of a device from `from` on are called: the one at place 0 becomes number 1 of the new device, and so on. */
export interface Renaming {
  readonly device: string
  /** The first number under which the two stores wrote different changes. */
  readonly from: number
  readonly to: string
  /** The numbers that are renamed, ascending. */
  readonly numbers: readonly number[]
}

/** What had been seen of the device before the stores parted, and how far of what came after. */
function vectorParted(seen: VersionVector, { device, from, to, numbers }: Renaming): VersionVector {
  const upTo = seen[device]
  if (upTo === undefined || upTo < from) return seen
  const { [device]: _upTo, ...others } = seen
  const own = numbers.filter((number) => number <= upTo).length
  return { ...others, ...(from > 1 ? { [device]: from - 1 } : {}), ...(own === 0 ? {} : { [to]: own }) }
}

const editParted = (edit: Edit, renaming: Renaming): Edit =>
  edit.base === undefined
    ? edit
    : {
        ...edit,
        base: Object.fromEntries(
          Object.entries(edit.base).map(([field, seen]) => [field, vectorParted(seen, renaming)]),
        ),
      }

/**
 * An entry as it is called from then on; the same object where nothing of it changes.
 * @param isOwn whether this store wrote it: what others had seen of the device is theirs to say
 */
export function entryParted<E extends ChainedContent>(entry: E, renaming: Renaming, isOwn: boolean): E {
  if (!isOwn) return entry
  const place = entry.device === renaming.device ? renaming.numbers.indexOf(entry.number) : -1
  const named = place < 0 ? entry : { ...entry, device: renaming.to, number: place + 1 }
  const edits = entry.edits?.map((edit) => editParted(edit, renaming))
  const isSame = edits === undefined || JSON.stringify(edits) === JSON.stringify(entry.edits)
  return isSame ? named : { ...named, edits }
}

export interface NumberedEntry {
  readonly id: string
  readonly device: string
  readonly number: number
}

export interface Parting {
  readonly device: string
  readonly from: number
  /** False: the other side does not show what it did right before, so that they may have parted earlier. */
  readonly isSure: boolean
  /** The changes of this store that the other one does not have under these numbers. */
  readonly numbers: readonly number[]
}

/**
 * Where two stores that use one device id parted.
 * @param own what is here of the device, and `theirs` what the other store shows of it
 * @returns null when nothing speaks for two stores
 */
export function partingOf(
  device: string,
  own: Iterable<NumberedEntry>,
  theirs: Iterable<NumberedEntry>,
): Parting | null {
  const here = idsByNumber(own)
  const there = idsByNumber(theirs)
  const isShared = (number: number): boolean => {
    const ids = here.get(number)
    return ids !== undefined && [...(there.get(number) ?? [])].some((id) => ids.has(id))
  }
  const contested = [...there.keys()].filter((number) => here.has(number) && !isShared(number))
  const last = Math.max(0, ...here.keys())
  const beyond = [...there.keys()].some((number) => number > last)
  if (contested.length === 0 && !beyond) return null
  const from = contested.length === 0 ? last + 1 : Math.min(...contested)
  return {
    device,
    from,
    isSure: from === 1 || isShared(from - 1),
    numbers: [...here.keys()].filter((number) => number >= from && !isShared(number)).sort((a, b) => a - b),
  }
}

function idsByNumber(entries: Iterable<NumberedEntry>): ReadonlyMap<number, ReadonlySet<string>> {
  const ids = new Map<number, Set<string>>()
  for (const { id, number } of entries) ids.set(number, (ids.get(number) ?? new Set()).add(id))
  return ids
}
