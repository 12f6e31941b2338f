/**
 * The thread the engine lives in: one for all tabs of this build where the browser can share a thread, else one per tab.
 * Each tab has a line of its own, with its own questions and cancellations.
 */
import { isOneOf } from '../domain/closedSet'
import { expose, type Endpoint } from 'comlink'
import { onChange } from '../store/changeFeed'
import { newId } from '../store/newId'
import { Engine } from './engine'
import { STARTING, type EngineState } from './engineAnswers'
import { QUESTIONS, type EngineLine, type Question, type ReportQuestions } from './engineLine'
import { QuestionTurns } from './questionTurns'

const listeners = new Set<(state: EngineState) => void>()
let latest: EngineState = STARTING

const engine = new Engine((state) => {
  latest = state
  for (const listener of listeners) listener(state)
})

onChange(() => {
  void engine.follow()
})
void engine.follow()

// Held until the thread ends, however it ends: a tab that is granted the same lock knows that the engine is gone.
const life = typeof navigator.locks === 'object' ? `engine-${newId()}` : null
if (life !== null) void navigator.locks.request(life, () => new Promise(() => undefined))

/** A message to itself arrives after the messages that came before it, cancellations among them. */
const { port1: bell, port2: ringer } = new MessageChannel()
const rung: (() => void)[] = []
bell.onmessage = () => rung.shift()?.()
const turns = new QuestionTurns((work) => {
  rung.push(work)
  ringer.postMessage(null)
})

const isQuestion = (name: string): name is Question => isOneOf(QUESTIONS, name)

function answer(question: Question, values: readonly unknown[]): Promise<unknown> {
  if (!isQuestion(question)) return Promise.reject(new TypeError(`nobody answers ${String(question)}`))
  return Reflect.apply(engine[question] as (...values: unknown[]) => Promise<unknown>, engine, values)
}

function openLine(to: Endpoint): void {
  const turnsOfTab = turns.tab()
  const watching = new Set<(state: EngineState) => void>()
  const line: EngineLine = {
    life: () => life,
    watch: (listener) => {
      watching.add(listener)
      listeners.add(listener)
      listener(latest)
    },
    ask: (token, question, values) => turnsOfTab.ask(token, () => answer(question, values)),
    cancel: turnsOfTab.cancel,
    follow: () => engine.follow(),
    serve: (port) => {
      const served: ReportQuestions = { report: engine.report.bind(engine) }
      expose(served, port)
    },
    leave: () => {
      turnsOfTab.leave()
      for (const listener of watching) listeners.delete(listener)
    },
  }
  expose(line, to)
}

if ('onconnect' in globalThis)
  globalThis.addEventListener('connect', (event) => {
    const [port] = (event as MessageEvent).ports
    if (port !== undefined) openLine(port)
  })
else openLine(globalThis as unknown as Endpoint)
