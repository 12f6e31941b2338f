/** Which change numbers are there, per device, as ranges. */

export type NumberRange = readonly [from: number, to: number]
/** Sorted, with something missing between each range and the next. Has nothing but its own entries. */
export type DeviceRanges = Readonly<Record<string, readonly NumberRange[]>>

/** Runs gathered for a device before they are put in order. */
const MOST_LOOSE_RUNS = 4096

/** Gathers numbers as they come, in any order and as often as they come; an import has many entries of one number. */
export class NumberRanges {
  private readonly runs = new Map<string, { ordered: number; list: [number, number][] }>()

  add(device: string, number: number): void {
    let known = this.runs.get(device)
    if (known === undefined) this.runs.set(device, (known = { ordered: 0, list: [] }))
    const last = known.list.at(-1)
    if (last !== undefined && number >= last[0] && number <= last[1] + 1) last[1] = Math.max(last[1], number)
    else known.list.push([number, number])
    if (known.list.length < 2 * known.ordered + MOST_LOOSE_RUNS) return
    known.list = inOrder(known.list)
    known.ordered = known.list.length
  }

  ranges(): DeviceRanges {
    return ownEntries([...this.runs].map(([device, { list }]) => [device, inOrder(list)]))
  }
}

function inOrder(runs: readonly NumberRange[]): [number, number][] {
  const joined: [number, number][] = []
  for (const [from, to] of runs.toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1)
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

/** Do both name the same numbers of the same devices? */
export function isSameRanges(a: DeviceRanges, b: DeviceRanges): boolean {
  const devices = Object.keys(a)
  return (
    devices.length === Object.keys(b).length &&
    devices.every((device) => {
      const [mine = [], others = []] = [a[device], b[device]]
      return (
        mine.length === others.length &&
        mine.every(([from, to], at) => from === others[at]?.[0] && to === others[at]?.[1])
      )
    })
  )
}

/** An object that answers nothing but these entries, also to names every object inherits something under. */
export const ownEntries = <T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> =>
  Object.assign(Object.create(null) as Record<string, T>, Object.fromEntries(entries))
