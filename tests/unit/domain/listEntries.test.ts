/** Two people add to one list, on devices that do not see each other: every entry stands, in one order everywhere. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdit, editTowards, type Edit } from '../../../src/domain/change'
import { editOfEntries, entriesOf, wholeLists } from '../../../src/domain/listEntries'
import { packVersions, unpackVersions, type RecordVersions } from '../../../src/domain/recordVersions'
import type { Json } from '../../../src/domain/records/field'
import { familyOf, type TableName } from '../../../src/domain/records/tables'
import { touchedFields } from '../../../src/domain/touchedFields'

interface Author {
  readonly device: string
  readonly number: number
  readonly at: number
  readonly actor: string
}
const by = (device: string, number: number): Author => ({ device, number, at: number * 100, actor: device })

/** What a command does that wants a list to say this. */
function edited(
  states: RecordVersions | undefined,
  table: TableName,
  field: string,
  list: Json,
  seen?: Json,
): Edit | null {
  const patch = { table, record: 'r', ...(seen === undefined ? {} : { seen: { [field]: seen } }) }
  return editTowards(table, 'r', states, touchedFields(patch, { [field]: list }, states).wanted)
}

const after = (states: RecordVersions | undefined, edit: Edit | null, author: Author): RecordVersions =>
  edit === null ? (states ?? {}) : applyEdit(states, edit, author)

const listIn = (states: RecordVersions, field: string): Json | undefined => packVersions(states).fields[field]

const step = (kind: string, at: string, note = '') => ({ kind, at, from: '', to: '', by: '李', doc: '', note })
const why = (answer: string, evidence = '', causes: readonly Json[] = []): Json => ({
  answer,
  evidence,
  verdict: 'open',
  ...(causes.length === 0 ? {} : { causes }),
})

test('two steps of custody recorded apart both stand, whichever arrives first', () => {
  const one = step('handedOver', '2026-01-01')
  const first = edited(undefined, 'replacements', 'custody', [one])
  const shared = after(undefined, first, by('A', 1))
  const ofA = edited(shared, 'replacements', 'custody', [one, step('sentToRepair', '2026-01-02')])
  const ofB = edited(shared, 'replacements', 'custody', [one, step('scrapped', '2026-01-03')])
  const forth = after(after(shared, ofA, by('A', 2)), ofB, by('B', 1))
  const back = after(after(shared, ofB, by('B', 1)), ofA, by('A', 2))
  expect(listIn(forth, 'custody')).toEqual(listIn(back, 'custody'))
  expect((listIn(forth, 'custody') as readonly { kind: string }[]).map(({ kind }) => kind)).toEqual([
    'handedOver',
    'scrapped',
    'sentToRepair',
  ])
})

test('two members sign one meeting apart: both signatures stand in it', () => {
  const meeting = { at: '2026-01-01', question: '放行?', minutes: '', members: ['甲', '乙'], signs: [] as Json[] }
  const shared = after(undefined, edited(undefined, 'problems', 'frbMeetings', [meeting]), by('A', 1))
  const signedBy = (name: string) => [
    { ...meeting, signs: [{ by: name, at: '2026-01-02', result: 'approved', why: '' }] },
  ]
  const ofA = edited(shared, 'problems', 'frbMeetings', signedBy('甲'))
  const ofB = edited(shared, 'problems', 'frbMeetings', signedBy('乙'))
  const both = after(after(shared, ofA, by('A', 2)), ofB, by('B', 1))
  const [held] = listIn(both, 'frbMeetings') as readonly { question: string; signs: readonly { by: string }[] }[]
  expect(held?.signs.map((sign) => sign.by).sort()).toEqual(['乙', '甲'].sort())
})

test('a cause found apart below one answer, and its verdict given apart, both stand', () => {
  const shared = after(undefined, edited(undefined, 'rootCauseAnalyses', 'occurWhy', [why('漏风')]), by('A', 1))
  const ofA = edited(shared, 'rootCauseAnalyses', 'occurWhy', [why('漏风', '试验台', [why('密封老化')])])
  const ofB = edited(shared, 'rootCauseAnalyses', 'occurWhy', [why('漏风', '', [why('划伤')])])
  const both = listIn(after(after(shared, ofA, by('A', 2)), ofB, by('B', 1)), 'occurWhy')
  const [root] = both as readonly { evidence: string; causes: readonly { answer: string }[] }[]
  expect(root?.evidence).toBe('试验台')
  expect(root?.causes.map(({ answer }) => answer).sort()).toEqual(['划伤', '密封老化'].sort())
})

test('what was found below an answer that somebody else takes out is not lost', () => {
  const shared = after(undefined, edited(undefined, 'rootCauseAnalyses', 'occurWhy', [why('漏风')]), by('A', 1))
  const ofA = edited(shared, 'rootCauseAnalyses', 'occurWhy', [])
  const ofB = edited(shared, 'rootCauseAnalyses', 'occurWhy', [why('漏风', '', [why('划伤', '照片')])])
  const both = after(after(shared, ofA, by('A', 2)), ofB, by('B', 1))
  expect(listIn(both, 'occurWhy')).toEqual([why('划伤', '照片')])
  // And it can be added to and taken out where it stands now.
  const more = after(
    both,
    edited(both, 'rootCauseAnalyses', 'occurWhy', [why('划伤', '照片', [why('装配')])]),
    by('A', 3),
  )
  expect(listIn(more, 'occurWhy')).toEqual([why('划伤', '照片', [why('装配')])])
  const none = after(more, edited(more, 'rootCauseAnalyses', 'occurWhy', []), by('A', 4))
  expect(listIn(none, 'occurWhy')).toBe(undefined)
})

test('a form writes only the entries it touched, beside those that came meanwhile', () => {
  const note = (text: string) => ({ day: '2026-01-01', by: '甲', text })
  const shared = after(undefined, edited(undefined, 'failures', 'reviewNotes', [note('一')]), by('A', 1))
  const meanwhile = after(shared, edited(shared, 'failures', 'reviewNotes', [note('一'), note('二')]), by('B', 1))
  const saved = edited(meanwhile, 'failures', 'reviewNotes', [note('一'), note('三')], [note('一')])
  expect(listIn(after(meanwhile, saved, by('A', 2)), 'reviewNotes')).toEqual([note('一'), note('二'), note('三')])
})

test('equal entries of one list stay two', () => {
  const twice = [why('不明'), why('不明')]
  const states = after(undefined, edited(undefined, 'rootCauseAnalyses', 'occurWhy', twice), by('A', 1))
  expect(listIn(states, 'occurWhy')).toEqual(twice)
  const one = after(states, edited(states, 'rootCauseAnalyses', 'occurWhy', [why('不明')]), by('A', 2))
  expect(listIn(one, 'occurWhy')).toEqual([why('不明')])
})

const entry: fc.Arbitrary<Json> = fc.record({
  answer: fc.constantFrom('a', 'b', 'c'),
  evidence: fc.constantFrom('', 'x'),
})
const tree: fc.Arbitrary<readonly Json[]> = fc.array(
  fc.oneof(
    entry,
    fc
      .tuple(entry, fc.array(entry, { minLength: 1, maxLength: 2 }))
      .map(([one, causes]) => ({ ...(one as object), causes })),
  ),
  { maxLength: 4 },
)
/** A list below that was emptied stays as an empty one, which says what none says. */
const withoutEmpty = (all: Json | undefined): readonly Json[] =>
  ((all ?? []) as readonly { readonly causes?: readonly Json[] }[]).map(({ causes = [], ...one }) =>
    causes.length === 0 ? one : { ...one, causes: [...withoutEmpty(causes)] },
  )
const SHAPE = familyOf('rootCauseAnalyses').lists['occurWhy'] ?? {}

test('a list taken apart and put together again is the same list', () => {
  fc.assert(
    fc.property(tree, (list) => {
      const written = [...entriesOf('occurWhy', list, SHAPE)].map(
        ([name, value]) => [name, { value: value as unknown as Json, stamp: 1 }] as const,
      )
      expect(wholeLists(new Map(written))['occurWhy'] ?? []).toEqual(list)
    }),
  )
})

test('whatever the lists before, a command leaves the one it wants; versions read back as they were written', () => {
  fc.assert(
    fc.property(fc.array(tree, { minLength: 1, maxLength: 5 }), (lists) => {
      let states: RecordVersions | undefined
      for (const [at, list] of lists.entries()) {
        states = after(states, edited(states, 'rootCauseAnalyses', 'occurWhy', list), by('A', at + 1))
        if (Object.keys(states).length === 0) continue
        expect(withoutEmpty(listIn(states, 'occurWhy'))).toEqual(withoutEmpty(list))
        const { versions, fields } = packVersions(states)
        expect(unpackVersions(versions, fields)).toEqual(states)
      }
    }),
  )
})

test('a log that wrote its lists whole adds up to the same list', () => {
  fc.assert(
    fc.property(fc.array(tree, { minLength: 1, maxLength: 5 }), (lists) => {
      let [states, was]: [RecordVersions, Json] = [{}, null]
      for (const [at, list] of lists.entries()) {
        const edit: Edit = {
          table: 'rootCauseAnalyses',
          record: 'r',
          set: { occurWhy: list },
          ...(at === 0 ? {} : { was: { occurWhy: was }, base: { occurWhy: { A: at } } }),
        }
        states = applyEdit(states, editOfEntries(edit, familyOf('rootCauseAnalyses').lists), by('A', at + 1))
        was = list
        const said = Object.keys(states).length === 0 ? undefined : listIn(states, 'occurWhy')
        // Such a log does not say where an entry stands that did not change; which there are it does.
        const sorted = (all: Json | undefined) =>
          withoutEmpty(all)
            .map((one) => JSON.stringify(one))
            .sort()
        expect(sorted(said)).toEqual(sorted(list))
      }
    }),
  )
})
