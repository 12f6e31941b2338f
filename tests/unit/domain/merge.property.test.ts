import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isConflict,
  mergeField,
  nextStamp,
  shownValue,
  writeField,
  type FieldState,
  type FieldValue,
  type VersionVector,
} from '../../../src/domain/fieldVersions'
import { packVersions, unpackVersions } from '../../../src/domain/recordVersions'

/** What some devices did to one field: writes, and now and then one device learning of another's state. */
type Step =
  | { readonly kind: 'write'; readonly device: number; readonly value: string; readonly skew: number }
  | { readonly kind: 'learn'; readonly device: number; readonly from: number }

const DEVICES = 4
/** Of four devices whose clocks are wrong. */
const HISTORIES = 20_000
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('write' as const),
    device: fc.nat(DEVICES - 1),
    value: fc.string({ maxLength: 3 }),
    skew: fc.integer({ min: -100_000, max: 100_000 }),
  }),
  fc.record({ kind: fc.constant('learn' as const), device: fc.nat(DEVICES - 1), from: fc.nat(DEVICES - 1) }),
)
const history = fc.array(step, { minLength: 1, maxLength: 40 })

interface Write {
  readonly value: FieldValue
  readonly base: VersionVector
  /** Every write its author had seen, by name. */
  readonly saw: ReadonlySet<string>
}

const nameOf = (value: { device: string; change: number }): string => `${value.device}:${value.change}`

/** Plays a history on devices with wrong clocks; gives each device's state and every write with what its author had seen. */
function play(steps: readonly Step[]): { states: (FieldState | undefined)[]; writes: Write[] } {
  const states: (FieldState | undefined)[] = Array.from({ length: DEVICES })
  const saw = Array.from({ length: DEVICES }, () => new Set<string>())
  const counts = Array.from({ length: DEVICES }, () => 0)
  const writes: Write[] = []
  for (const [at, step] of steps.entries()) {
    const mine = states[step.device]
    if (step.kind === 'write') {
      counts[step.device] = (counts[step.device] ?? 0) + 1
      const value: FieldValue = {
        value: step.value,
        device: `d${step.device}`,
        change: counts[step.device] ?? 0,
        stamp: nextStamp(at * 1000 + step.skew, mine),
        actor: '',
      }
      const base = mine?.seen ?? {}
      writes.push({ value, base, saw: new Set(saw[step.device]) })
      states[step.device] = writeField(mine, value, base)
      saw[step.device]?.add(nameOf(value))
    } else {
      const other = states[step.from]
      if (other === undefined) continue
      states[step.device] = mine === undefined ? other : mergeField(mine, other)
      for (const name of saw[step.from] ?? []) saw[step.device]?.add(name)
    }
  }
  return { states, writes }
}

const deliver = (writes: readonly Write[]): FieldState | undefined =>
  writes.reduce<FieldState | undefined>((state, { value, base }) => writeField(state, value, base), undefined)
const known = (states: readonly (FieldState | undefined)[]): FieldState[] =>
  states.filter((state) => state !== undefined)

describe('merging a field', () => {
  test('gives the same state in whatever order and however often the writes arrive', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (steps, chance) => {
        const { writes } = play(steps)
        const stream = chance[Symbol.iterator]()
        const shuffled = [...writes, ...writes.filter(() => (stream.next().value as number) % 2 === 0)]
          .map((write) => ({ write, key: stream.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ write }) => write)
        expect(deliver(shuffled)).toEqual(deliver(writes))
      }),
    )
  })

  test('keeps exactly the writes that no other author had seen and replaced', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { writes } = play(steps)
        const replaced = new Set(writes.flatMap(({ saw }) => [...saw]))
        const latest = writes
          .map(({ value }) => nameOf(value))
          .filter((name) => !replaced.has(name))
          .sort()
        expect((deliver(writes)?.values ?? []).map(nameOf).sort()).toEqual(latest)
      }),
      { numRuns: HISTORIES },
    )
  })

  test('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const [a, b, c] = known(play(steps).states)
        if (a === undefined) return
        expect(mergeField(a, a)).toEqual(a)
        if (b === undefined) return
        expect(mergeField(a, b)).toEqual(mergeField(b, a))
        if (c === undefined) return
        expect(mergeField(mergeField(a, b), c)).toEqual(mergeField(a, mergeField(b, c)))
      }),
    )
  })

  test('devices that have all heard of each other agree, whatever their clocks say', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { states, writes } = play(steps)
        const all = known(states)
        const [first, ...rest] = all
        if (first === undefined) return
        expect(rest.reduce(mergeField, first)).toEqual(deliver(writes))
      }),
      { numRuns: HISTORIES },
    )
  })

  test('a write never shows behind a value its author had seen, even with a clock that is behind', () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const { value, saw } of play(steps).writes) {
          const seen = play(steps).writes.filter((other) => saw.has(nameOf(other.value)))
          for (const other of seen) expect(value.stamp).toBeGreaterThan(other.value.stamp)
        }
      }),
      { numRuns: 40 },
    )
  })
})

test('two devices that did not see each other leave a conflict, and choosing settles it', () => {
  const write = (device: string, change: number, value: string, stamp: number): FieldValue => ({
    value,
    device,
    change,
    stamp,
    actor: device,
  })
  const base = writeField(undefined, write('a', 1, '轻微', 1), {})
  const onA = writeField(base, write('a', 2, '一般', 5), base.seen)
  const onB = writeField(base, write('b', 1, '严重', 4), base.seen)
  const both = mergeField(onA, onB)
  expect(isConflict(both)).toBe(true)
  expect(both.values.map((value) => value.value)).toEqual(['严重', '一般'])
  const chosen = writeField(both, write('b', 2, '严重', 6), both.seen)
  expect(isConflict(chosen)).toBe(false)
  expect(shownValue(chosen)).toBe('严重')
})

test('the compact text of a record gives back its whole merge state', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string({ minLength: 1, maxLength: 6 }).filter((key) => key !== '__proto__' && !key.includes('/')),
        history,
        { minKeys: 1, maxKeys: 5 },
      ),
      (histories) => {
        const states = Object.fromEntries(
          Object.entries(histories).flatMap(([field, steps]) => {
            const state = deliver(play(steps).writes)
            return state === undefined ? [] : [[field, state]]
          }),
        )
        if (Object.keys(states).length === 0) return
        const { versions, fields } = packVersions(states)
        expect(unpackVersions(versions, fields)).toEqual(states)
      },
    ),
  )
})
