import { expect, test } from 'vitest'
import { QuestionTurns } from '../../../src/workers/questionTurns'

function thread() {
  const due: (() => void)[] = []
  const begun: string[] = []
  return {
    turns: new QuestionTurns((work) => void due.push(work)),
    begun,
    asked: (name: string) => async () => {
      begun.push(name)
      return name
    },
    runAll: () => {
      while (due.length > 0) due.shift()?.()
    },
  }
}

test('the tabs are answered by turns, each in the order it asked', async () => {
  const { turns, begun, asked, runAll } = thread()
  const [one, two] = [turns.tab(), turns.tab()]
  const answers = [
    one.ask(1, asked('one a')),
    one.ask(2, asked('one b')),
    one.ask(3, asked('one c')),
    two.ask(1, asked('two a')),
    two.ask(2, asked('two b')),
  ]
  runAll()
  expect(await Promise.all(answers)).toEqual(['one a', 'one b', 'one c', 'two a', 'two b'])
  expect(begun).toEqual(['one a', 'two a', 'one b', 'two b', 'one c'])
})

test('a question called off before its turn is refused and never begun; the same token of another tab is not meant', async () => {
  const { turns, begun, asked, runAll } = thread()
  const [one, two] = [turns.tab(), turns.tab()]
  const off = one.ask(7, asked('one'))
  const other = two.ask(7, asked('two'))
  one.cancel(7)
  runAll()
  await expect(off).rejects.toMatchObject({ name: 'QuestionCancelled' })
  expect([await other, begun]).toEqual(['two', ['two']])
})

test('a tab that leaves takes its questions along, and the others go on', async () => {
  const { turns, begun, asked, runAll } = thread()
  const [one, two] = [turns.tab(), turns.tab()]
  const left = Promise.allSettled([one.ask(1, asked('gone')), one.ask(2, asked('gone too'))])
  const stays = two.ask(1, asked('stays'))
  one.leave()
  runAll()
  expect([(await left).map(({ status }) => status), await stays, begun]).toEqual([
    ['rejected', 'rejected'],
    'stays',
    ['stays'],
  ])
})

test('a question that fails is the failure of whoever asked it alone', async () => {
  const { turns, asked, runAll } = thread()
  const tab = turns.tab()
  const failing = tab.ask(1, () => Promise.reject(new Error('no')))
  const fine = tab.ask(2, asked('fine'))
  runAll()
  await expect(failing).rejects.toThrow('no')
  expect(await fine).toBe('fine')
})
