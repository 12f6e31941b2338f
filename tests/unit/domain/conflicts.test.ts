import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proposeByRule, devicesOf, type DisputedField } from '../../../src/domain/conflictRules'
import { disputesOf, stoodBefore, waysOf, type Dispute } from '../../../src/domain/conflicts'
import { writeField, type FieldState, type FieldValue } from '../../../src/domain/fieldVersions'
import type { Json } from '../../../src/domain/records/field'
import { textDifference } from '../../../src/domain/textDifference'

const write = (value: Json, device: string, stamp: number, actor = `${device}的人`): FieldValue => ({
  value,
  device,
  change: 1,
  stamp,
  actor,
})
/** A field that these wrote without having seen each other. */
const apart = (...writes: readonly FieldValue[]): FieldState =>
  writes.reduce<FieldState | undefined>((state, one) => writeField(state, one, {}), undefined) ?? {
    seen: {},
    values: [],
  }
const one = (field: string, state: FieldState): Dispute => {
  const [dispute] = disputesOf('failures', { [field]: state })
  if (dispute === undefined) throw new Error(`nobody disagrees on ${field}`)
  return dispute
}
const disputed = (field: string, ...writes: readonly FieldValue[]): DisputedField => ({
  table: 'failures',
  record: `r-${field}`,
  dispute: one(field, apart(...writes)),
})

describe('what devices disagree on', () => {
  test('every value that stands is a side; who says the same stands on the same side; the last side is shown', () => {
    const { sides } = one('remark', apart(write('漏风', 'A', 1), write('漏气', 'B', 2), write('漏风', 'C', 3)))
    expect(sides.map(({ value, writes }) => [value, writes.map(({ device }) => device)])).toEqual([
      ['漏气', ['B']],
      ['漏风', ['A', 'C']],
    ])
  })

  test('same values, and what the program works out, are no dispute', () => {
    const same = apart(write('漏风', 'A', 1), write('漏风', 'B', 2))
    const dueAt = apart(write('2026-01-01', 'A', 1), write('2026-01-02', 'B', 2))
    expect(disputesOf('failures', { remark: same, dueAt })).toEqual([])
  })

  test('steps and numbers, lists and facts are told apart; whether a record is deleted is decided like a step', () => {
    const state = apart(write('CLOSED', 'A', 1), write('ANALYSIS', 'B', 2))
    const states = {
      remark: state,
      state,
      reviewNotes: state,
      deleted: apart(write(true, 'A', 1), write(null, 'B', 2)),
    }
    expect(disputesOf('failures', states).map(({ field, kind }) => [field, kind])).toEqual([
      ['state', 'position'],
      ['reviewNotes', 'list'],
      ['remark', 'fact'],
      ['deleted', 'position'],
    ])
  })

  test('of two values that stand neither author had seen the other; whoever saw one has replaced it', () => {
    const writer = fc.record({ device: fc.constantFrom('A', 'B', 'C'), seesAll: fc.boolean() })
    fc.assert(
      fc.property(fc.array(writer, { minLength: 2, maxLength: 8 }), (writers) => {
        const bases = new Map<string, Readonly<Record<string, number>>>()
        const own = new Map<string, FieldState>()
        let all: FieldState | undefined
        for (const [at, { device, seesAll }] of writers.entries()) {
          const base = (seesAll ? all : own.get(device))?.seen ?? {}
          const next = { ...write(at, device, at), change: at + 1 }
          bases.set(`${device} ${at + 1}`, base)
          own.set(device, writeField(seesAll ? all : own.get(device), next, base))
          all = writeField(all, next, base)
        }
        for (const a of all?.values ?? [])
          for (const b of all?.values ?? [])
            if (a !== b) expect(bases.get(`${a.device} ${a.change}`)?.[b.device] ?? 0).toBeLessThan(b.change)
      }),
    )
  })

  test('what stood there before a write is what its change says', () => {
    const edit = { table: 'failures', record: 'r', set: { remark: '新' }, was: { remark: '旧' } } as const
    expect(stoodBefore(edit, 'remark')).toBe('旧')
    expect(stoodBefore({ table: 'failures', record: 'r', set: { remark: '新' } }, 'remark')).toBe(null)
    expect(stoodBefore(edit, 'owner')).toBe(undefined)
    expect(stoodBefore(undefined, 'remark')).toBe(undefined)
  })

  test('an entry that two devices wrote alike, only in another place of its list, is in no dispute', () => {
    const at = (place: number, text: string) => ({ place, entry: { day: '2026-01-01', by: '甲', text } })
    const field = 'reviewNotes/0123456789ab'
    expect(disputesOf('failures', { [field]: apart(write(at(0, '一'), 'A', 1), write(at(3, '一'), 'B', 2)) })).toEqual(
      [],
    )
    const [dispute] = disputesOf('failures', { [field]: apart(write(at(0, '一'), 'A', 1), write(at(0, '二'), 'B', 2)) })
    expect([dispute?.kind, dispute?.sides.length]).toEqual(['list', 2])
  })

  test('what one device did to state and closing belongs together', () => {
    const disputes = disputesOf('failures', {
      state: apart(write('CLOSED', 'A', 5), write('ANALYSIS', 'B', 2)),
      closeCode: apart(write('C1', 'A', 4), write(null, 'B', 2)),
      remark: apart(write('一', 'A', 5), write('二', 'B', 2)),
    })
    expect(waysOf(disputes).map(({ device, last, values }) => [device, last.stamp, values])).toEqual([
      ['B', 2, { state: 'ANALYSIS', closeCode: null }],
      ['A', 5, { state: 'CLOSED', closeCode: 'C1' }],
    ])
  })
})

describe('rules for many alike', () => {
  const cases = [
    disputed('remark', write('旧话', 'A', 1, '李工'), write('新话', 'B', 2, '李工 ')),
    disputed('owner', write(null, 'A', 3, '甲'), write('孙工', 'B', 2, '乙')),
    disputed('description', write('EP 阀漏风', 'A', 1, '甲'), write('ep阀 漏风', 'B', 2, '乙')),
    disputed('odometerKm', write(1000, 'A', 1, '甲'), write(2000, 'B', 2, '乙')),
    disputed('state', write('CLOSED', 'A', 1, '丙'), write('ANALYSIS', 'B', 2, '丙')),
    disputed('reviewNotes', write([], 'A', 1, '丙'), write(['x'], 'B', 2, '丙')),
  ]
  const byRule = (name: Parameters<typeof proposeByRule>[0]['name'], device?: string) => {
    const { settled, open } = proposeByRule({ name, ...(device === undefined ? {} : { device }) }, cases)
    expect(settled.length + open.length).toBe(cases.length)
    // Steps and lists are never decided by a rule, whatever it is.
    expect(open.filter(({ why }) => why !== 'does-not-fit').map(({ why }) => why)).toEqual(['position', 'list'])
    return Object.fromEntries(settled.map(({ dispute, value }) => [dispute.field, value]))
  }

  test('one person on two devices: what was written last', () => {
    expect(byRule('same-author')).toEqual({ remark: '新话' })
  })
  test('one side is empty: the one that says something', () => {
    expect(byRule('says-something')).toEqual({ owner: '孙工' })
  })
  test('only blanks or letter case differ: the shown value', () => {
    expect(byRule('same-words')).toEqual({ description: 'ep阀 漏风' })
  })
  test('everything one device wrote', () => {
    expect(byRule('of-device', 'A')).toEqual({
      remark: '旧话',
      owner: null,
      description: 'EP 阀漏风',
      odometerKm: 1000,
    })
    expect(byRule('of-device', 'Z')).toEqual({})
    expect(devicesOf([...cases, disputed('brand', write(1, 'B', 1), write(2, 'C', 2))])).toEqual(['B', 'A', 'C'])
  })
  test('nobody named is not one person', () => {
    const unnamed = disputed('remark', write('一', 'A', 1, ''), write('二', 'B', 2, ' '))
    expect(proposeByRule({ name: 'same-author' }, [unnamed]).settled).toEqual([])
  })
})

describe('in which words two texts differ', () => {
  const shown = (left: string, right: string): readonly string[] => {
    const difference = textDifference(left, right)
    return [difference.left, difference.right].map((parts) =>
      parts.map(({ text, isShared }) => (isShared ? text : `[${text}]`)).join(''),
    )
  }
  test('Chinese by characters, Latin words and numbers whole', () => {
    expect(shown('中继阀排风口持续漏风', '中继阀排风口间断漏风')).toEqual([
      '中继阀排风口[持续]漏风',
      '中继阀排风口[间断]漏风',
    ])
    expect(shown('EP2002 valve leaks at 12 kPa', 'EP2003 valve leaked at 12 kPa')).toEqual([
      '[EP2002] valve [leaks] at 12 kPa',
      '[EP2003] valve [leaked] at 12 kPa',
    ])
  })
  test('a whole text against nothing', () => {
    expect(shown('漏风', '')).toEqual(['[漏风]', ''])
    expect(shown('', '')).toEqual(['', ''])
  })
  test('joined, the parts are the texts again, and what is shared is the same in both', () => {
    const text = fc
      .array(fc.constantFrom('阀', '漏', '风', ' ', 'abc', 'EP', '7', '，', '\n', '𠮷', '\ud800'))
      .map((all) => all.join(''))
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), text, (left, right) => {
        const difference = textDifference(left, right)
        const whole = (side: 'left' | 'right'): string => difference[side].map((part) => part.text).join('')
        const shared = (side: 'left' | 'right'): string =>
          difference[side].flatMap((part) => (part.isShared ? [part.text] : [])).join('')
        expect([whole('left'), whole('right')]).toEqual([left, right])
        expect(shared('left')).toBe(shared('right'))
        for (const part of difference.left) expect(left.startsWith(part.text, part.from)).toBe(true)
      }),
    )
  })
  test('texts too long to compare word by word are shown as different in their middles', () => {
    const long = (letter: string): string => `开头${`${letter}，`.repeat(6000)}结尾`
    const { left } = textDifference(long('甲'), long('乙'))
    expect(left.map(({ isShared }) => isShared)).toEqual([true, false, true])
  })
})
