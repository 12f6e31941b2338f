import { describe, expect, test } from 'vitest'
import {
  decideStep,
  statesAwaiting,
  targetsIn,
  wayFrom,
  type Workflow,
  type WorkflowStep,
} from '../../../../src/domain/workflow/workflow'
import { workflowMap } from '../../../../src/domain/workflow/workflowMap'

type State = 'OPEN' | 'WORK' | 'DONE' | 'VOID'
interface Step extends WorkflowStep<State> {
  readonly name: 'begin' | 'finish' | 'sendBack' | 'void' | 'note'
  readonly asks: readonly 'why'[]
}
interface Order {
  readonly state: string
  readonly by: string
  readonly lacks: readonly string[]
}

const step = (name: Step['name'], from: readonly State[], to: Step['to'], asks: Step['asks'] = []): Step => ({
  name,
  from,
  to,
  asks,
  gates: name === 'finish' ? ['ready'] : [],
  roles: name === 'finish' ? ['QC'] : ['REP'],
})

/** A small workflow of another kind of record: what failures and problems stand on must carry it too. */
const ORDERS: Workflow<State, Order, Step, null, string, 'did-it'> = {
  states: ['OPEN', 'WORK', 'DONE', 'VOID'],
  open: ['OPEN', 'WORK'],
  steps: [
    step('begin', ['OPEN'], 'WORK'),
    step('finish', ['WORK'], 'DONE'),
    step('sendBack', ['DONE'], 'previous', ['why']),
    step('void', ['OPEN', 'WORK'], 'VOID', ['why']),
    step('note', ['WORK'], null),
  ],
  leadsOn: new Set(['begin', 'finish', 'note']),
  isHeld: () => false,
  stateOf: ({ state }) => state,
  missing: ({ gates }, { lacks }) => (gates.includes('ready') ? lacks : []),
  objections: ({ name }, { by }, taker) => (name === 'finish' && by === taker.name ? ['did-it'] : []),
}
const order: Order = { state: 'WORK', by: '赵工', lacks: [] }
const decided = (name: Step['name'], file: Order, person: string, role: 'QC' | 'REP', why?: string) =>
  decideStep(ORDERS, name, file, { name: person, role }, null, why === undefined ? {} : { why })

describe('a step', () => {
  test('is open for whom the table names, when nothing is missing', () => {
    expect(decided('finish', order, '钱工', 'QC')).toMatchObject({ isOpen: true, refusals: [], missing: [] })
  })

  test('says everything against it at once', () => {
    const lacking = { ...order, state: 'OPEN', lacks: ['measured values'] }
    expect(decided('finish', lacking, '赵工', 'REP')).toMatchObject({
      isOpen: false,
      refusals: ['wrong-state', 'did-it', 'role'],
      missing: ['measured values'],
    })
  })

  test('needs a name and its questions answered; blanks are no answer', () => {
    expect(decided('void', order, ' ', 'REP', ' ')).toMatchObject({ refusals: ['nobody-named'], unanswered: ['why'] })
    expect(decided('void', order, '赵工', 'REP', '客户撤单').isOpen).toBe(true)
  })

  test('that the table does not have is a mistake of the caller', () => {
    expect(() => decided('approve' as Step['name'], order, '赵工', 'REP')).toThrow('there is no step approve')
  })
})

test('the way leads from state to state until nothing leads on', () => {
  expect(wayFrom(ORDERS, 'OPEN', () => true)).toEqual(['OPEN', 'WORK', 'DONE'])
  expect(wayFrom(ORDERS, 'OPEN', ({ name }) => name !== 'finish')).toEqual(['OPEN', 'WORK'])
})

test('a step that leaves the state as it is makes nobody wait', () => {
  expect(statesAwaiting(ORDERS, 'REP')).toEqual(['OPEN'])
  expect(statesAwaiting(ORDERS, 'QC')).toEqual(['WORK'])
})

test('back to where it came from is drawn to every state that leads there', () => {
  const back = ORDERS.steps.find(({ name }) => name === 'sendBack')
  expect(back === undefined ? [] : targetsIn(ORDERS, back)).toEqual(['WORK'])
  const { states, edges } = workflowMap(ORDERS, ['OPEN', 'WORK', 'DONE'])
  expect(states.find(({ state }) => state === 'VOID')?.isAside).toBe(true)
  expect(edges.map(({ number, kind }) => `${number} ${kind}`)).toEqual([
    '1 next',
    '2 next',
    '3 back',
    '4 aside',
    '5 stay',
  ])
})
