/** The parts of one node on one train as they come off and others are fitted. */

/** What a part had behind it when it was fitted; null where nobody knows. */
export type UsedBefore = { readonly age: number; readonly entry: number } | null

export interface FittedPart {
  /** Number of the fitting on this train; −1 for a part the train came with. */
  readonly id: number
  /** Day it went on the train. */
  readonly from: number
  /** It came with the train, or with another one. */
  readonly isOriginal: boolean
  /** Empty where nobody wrote one; several where one of them is its own. */
  readonly serials: readonly string[]
  /** Its place on the train; empty where nobody wrote it. */
  readonly slot: string
  readonly before: UsedBefore
}

/** How it is known which part came off: `unnamed` is any part without a serial on record. */
export type KnownBy = 'serial' | 'slot' | 'only-one' | 'unnamed' | 'nothing'

export interface PartOff {
  readonly part: FittedPart
  readonly knownBy: KnownBy
  /** Parts of other ages may have been the one as well. */
  readonly isAssumed: boolean
}

export interface PartsOfTrain {
  /**
   * Takes the part off that is known by its serial, else by its place, else an original one while there are any, else
   * the one fitted longest ago, of those without a serial first. Null where none is left: it was repaired and used on.
   */
  readonly takeOff: (serials: readonly string[], slot: string) => PartOff | null
  /** One failed, but nobody knows when: neither a failure nor a survivor. */
  readonly dropOriginal: () => void
  /** A part the train came with, by its serial. */
  readonly name: (serial: string, slot: string) => void
  readonly fit: (part: Omit<FittedPart, 'id'>) => FittedPart
  readonly isFull: () => boolean
  readonly holds: (serials: readonly string[]) => boolean
  /** Parts the train came with that nobody has named, all alike. */
  readonly originals: () => number
  /** All others, in the order they were fitted. */
  readonly others: () => readonly FittedPart[]
}

/** @param quantity of this part on the train, each there since `service` */
export function partsOfTrain(quantity: number, service: number): PartsOfTrain {
  let originals = quantity
  let next = 0
  const parts: FittedPart[] = []
  const unnamedOriginal = { id: -1, from: service, isOriginal: true, before: { age: 0, entry: 0 } }
  const original = (serials: readonly string[] = [], slot = ''): FittedPart => ({ ...unnamedOriginal, serials, slot })

  function take(part: FittedPart): FittedPart {
    parts.splice(parts.indexOf(part), 1)
    return part
  }
  function takeOriginal(): FittedPart {
    originals -= 1
    return original()
  }
  /** Only an original can have been where no part was ever fitted, if its place is written. */
  function takeAt(slot: string): FittedPart | null {
    const there = parts.find((part) => part.slot === slot)
    if (there !== undefined) return take(there)
    return originals > 0 && parts.every((part) => part.slot !== '') ? takeOriginal() : null
  }
  /** Of those that may have been it, the one taken for it. */
  function takeLikely(among: readonly FittedPart[], knownBy: KnownBy): PartOff | null {
    const ages = new Set(among.map(({ from, before }) => `${from}|${before?.age ?? ''}`))
    if (originals > 0) ages.add(`${service}|0`)
    const isAssumed = ages.size > 1
    if (originals > 0) return { part: takeOriginal(), knownBy: isAssumed ? knownBy : 'only-one', isAssumed }
    const [oldest] = among.toSorted(
      (a, b) => Number(a.serials.length > 0) - Number(b.serials.length > 0) || a.id - b.id,
    )
    return oldest === undefined ? null : { part: take(oldest), knownBy: isAssumed ? knownBy : 'only-one', isAssumed }
  }

  return {
    takeOff: (serials, slot) => {
      const named = parts.find((part) => part.serials.some((serial) => serials.includes(serial)))
      if (named !== undefined) return { part: take(named), knownBy: 'serial', isAssumed: false }
      const there = slot === '' ? null : takeAt(slot)
      if (there !== null) return { part: there, knownBy: 'slot', isAssumed: false }
      if (serials.length === 0) return takeLikely(parts, 'nothing')
      const unnamed = parts.filter((part) => part.serials.length === 0)
      return unnamed.length + originals === 0 ? takeLikely(parts, 'nothing') : takeLikely(unnamed, 'unnamed')
    },
    dropOriginal: () => {
      originals = Math.max(0, originals - 1)
    },
    name: (serial, slot) => {
      if (originals === 0) return
      originals -= 1
      parts.push(original([serial], slot))
    },
    fit: (fitted) => {
      const part = { ...fitted, id: next }
      next += 1
      parts.push(part)
      return part
    },
    isFull: () => originals + parts.length >= quantity,
    holds: (serials) => parts.some((part) => part.serials.some((serial) => serials.includes(serial))),
    originals: () => originals,
    others: () => parts,
  }
}
