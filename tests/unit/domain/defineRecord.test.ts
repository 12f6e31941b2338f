import { expect, test } from 'vitest'
import { classOf, defineRecord } from '../../../src/domain/records/defineRecord'
import { text } from '../../../src/domain/records/field'
import { FAMILIES, familyOf, TABLE_NAMES } from '../../../src/domain/records/tables'

const fields = { no: text('编号', 'No.'), state: text('状态', 'State') }

test('a description that names a field which is not there is refused', () => {
  expect(() => defineRecord({ zh: '单', en: 'Papers', fields, indexes: ['of' as never], touches: 'none' })).toThrow(
    'Papers have no field “of”',
  )
})

test('a span or a required word that names a field which is not there is refused too', () => {
  const about = { zh: '单', en: 'Papers', fields, touches: 'none' } as const
  expect(() => defineRecord({ ...about, spans: [['no', 'till' as never]] })).toThrow('“till”')
  expect(() => defineRecord({ ...about, saysSomething: ['word' as never] })).toThrow('“word”')
})

test('a field has one class', () => {
  expect(() =>
    defineRecord({ zh: '单', en: 'Papers', fields, positions: ['state'], derived: ['state'], touches: 'none' }),
  ).toThrow('“state” has two classes')
})

test('the class of a field is total: what is not named otherwise is a fact', () => {
  const family = defineRecord({ zh: '单', en: 'Papers', fields, positions: ['state'], touches: 'none' })
  expect(Object.keys(fields).map((field) => classOf(family as never, field))).toEqual(['fact', 'position'])
})

test.each(TABLE_NAMES)(
  'every structure of %s is a list, worked out, or one value that a person replaces as a whole',
  (table) => {
    const wholeValues = [
      'recurrenceOf',
      'actionIds',
      'team',
      'isIsNot',
      'similarProducts',
      'binding',
      'methods',
      'value',
    ]
    const facts = Object.entries(familyOf(table).fields)
      .filter(([name, { kind }]) => kind === 'structure' && classOf(familyOf(table), name) === 'fact')
      .map(([name]) => name)
    expect(facts.filter((name) => !wholeValues.includes(name))).toEqual([])
  },
)

test.each(TABLE_NAMES)('an owner of %s is a reference', (table) => {
  for (const owner of familyOf(table).owners) expect(familyOf(table).fields[owner]?.kind).toBe('ref')
})

test('what the workflow writes into a failure is a position or a list, never a fact', () => {
  const steps = [
    'state',
    'stateSince',
    'closedAt',
    'closedBy',
    'mergedInto',
    'suspendedAt',
    'cycle',
    'pauses',
    'waivers',
  ]
  expect(steps.map((field) => classOf(FAMILIES.failures as never, field)).filter((c) => c === 'fact')).toEqual([])
})
