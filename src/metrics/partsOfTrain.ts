/** The parts of one node on one train as they fail and are replaced. */

export interface FittedPart {
  /** Day it went on the train. */
  readonly from: number
  /** It came with the train. */
  readonly isOriginal: boolean
}

export interface FailedPart {
  readonly part: FittedPart
  /** Neither serial nor an order of replacements says which part it was; it was taken for an original one. */
  readonly isAssumed: boolean
}

export interface PartsOfTrain {
  /**
   * Takes the part that failed off the train: the one of a serial, else an original one while there are any, else the
   * one fitted longest ago without a serial, else the one fitted longest ago. Null where none is left: it was repaired.
   */
  readonly takeFailed: (serials: readonly string[]) => FailedPart | null
  /** One failed, but nobody knows when: neither a failure nor a survivor. */
  readonly dropOriginal: () => void
  /** @param serial empty where nobody wrote it */
  readonly fit: (serial: string, day: number) => void
  /** Original parts that never failed. */
  readonly originals: () => number
  /** Parts fitted later that never failed. */
  readonly fitted: () => readonly FittedPart[]
}

/** @param quantity of this part on the train, each there since `service` */
export function partsOfTrain(quantity: number, service: number): PartsOfTrain {
  let originals = quantity
  const bySerial = new Map<string, FittedPart>()
  const unnamed: FittedPart[] = []

  function takeFitted(): FittedPart | null {
    const first = unnamed.shift()
    if (first !== undefined) return first
    const [oldest] = [...bySerial].sort(([, a], [, b]) => a.from - b.from)
    if (oldest === undefined) return null
    bySerial.delete(oldest[0])
    return oldest[1]
  }

  return {
    takeFailed: (serials) => {
      const serial = serials.find((key) => bySerial.has(key))
      const named = serial === undefined ? undefined : bySerial.get(serial)
      if (serial !== undefined && named !== undefined) {
        bySerial.delete(serial)
        return { part: named, isAssumed: false }
      }
      if (originals > 0) {
        const isAssumed = serials.length === 0 && originals < quantity
        originals -= 1
        return { part: { from: service, isOriginal: true }, isAssumed }
      }
      const part = takeFitted()
      return part === null ? null : { part, isAssumed: false }
    },
    dropOriginal: () => {
      originals = Math.max(0, originals - 1)
    },
    fit: (serial, day) => {
      const part = { from: day, isOriginal: false }
      if (serial === '') unnamed.push(part)
      else bySerial.set(serial, part)
    },
    originals: () => originals,
    fitted: () => [...bySerial.values(), ...unnamed],
  }
}
