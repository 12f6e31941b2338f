/**
 * The engine as the screens see it. All tabs of one build share its thread; where the browser cannot share one, each tab
 * has its own. A thread that dies is replaced, what waited for it is refused with a reason, and every question that failed
 * is on show until somebody asks again, so that no screen can forget to say it.
 */
import { proxy, transfer } from 'comlink'
import { onChange } from '../store/changeFeed'
import { STARTING, type EngineState } from './engineAnswers'
import type { EngineLine, EngineQuestions, Question } from './engineLine'
import { workerThread, type WorkerThread } from './workerThread'

export interface EngineStatus {
  readonly state: EngineState
  /** What the last question that failed said; null when none has since somebody asked for another attempt. */
  readonly failure: string | null
  /** A thread that read or wrote files and broke down; what it was asked has been refused. */
  readonly lost: 'importer' | 'exporter' | null
  /** Counts attempts a person asked for and threads that were started: with a new one every question is asked again. */
  readonly attempt: number
}

let status: EngineStatus = { state: STARTING, failure: null, lost: null, attempt: 0 }
const listeners = new Set<() => void>()
let thread: WorkerThread<EngineLine> | null = null
let deaths = 0
const whenLost = new Set<(reason: string) => void>()
let canShare = typeof SharedWorker !== 'undefined'
let lastToken = 0
let isListening = false

function tell(change: Partial<EngineStatus>): void {
  status = { ...status, ...change }
  for (const listener of listeners) listener()
}

/** The address of this very file changes with every build, so that tabs of different builds never share an engine. */
const nameOfBuild = (): string => `engine ${__BUILD__} ${new URL(import.meta.url).pathname}`

const newThread = (): Worker | SharedWorker =>
  canShare
    ? new SharedWorker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: nameOfBuild() })
    : new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' })

const LONGEST_PAUSE_MS = 30_000

function started(): WorkerThread<EngineLine> {
  if (thread !== null) return thread
  listenOnce()
  let hasAnswered = false
  const mine = workerThread<EngineLine>(newThread(), ({ message }) => {
    // Some browsers know shared threads but refuse them in private windows or under a policy.
    if (!hasAnswered) canShare = false
    thread = null
    deaths += 1
    for (const told of whenLost) told(message)
    tell({ state: { ...STARTING, trouble: { kind: 'thread-lost', changes: null, reason: message } } })
    setTimeout(() => void started(), Math.min(LONGEST_PAUSE_MS, 500 * 2 ** (deaths - 1)))
  })
  thread = mine
  tell({ attempt: status.attempt + 1 })
  mine.api
    .watch(
      proxy((state: EngineState) => {
        hasAnswered = true
        if (thread !== mine) return
        if (state.ready) deaths = 0
        tell({ state })
      }),
    )
    .catch(() => undefined)
  mine.api.life().then(
    (life) => {
      if (life !== null) void waitForEnd(life, mine)
    },
    () => undefined,
  )
  return mine
}

/** A lock of the engine's thread is granted to somebody else only when that thread is gone. */
async function waitForEnd(life: string, mine: WorkerThread<EngineLine>): Promise<void> {
  await navigator.locks.request(life, { mode: 'shared' }, () => mine.lose('the background thread was ended'))
}

function listenOnce(): void {
  if (isListening) return
  isListening = true
  // A message on the channel does not reach the tab's own worker in every browser; telling it twice does no harm.
  onChange(() => void thread?.api.follow().catch(() => undefined))
  window.addEventListener('pagehide', (event) => {
    if (!event.persisted) void thread?.api.leave().catch(() => undefined)
  })
}

function ask(question: Question, values: readonly unknown[], signal: AbortSignal | undefined): Promise<unknown> {
  const token = (lastToken += 1)
  const { api } = started()
  const answer = new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => {
      api.cancel(token).catch(() => undefined)
      reject(signal.reason as unknown)
    })
    api.ask(token, question, values).then(resolve, reject)
  })
  answer.catch((error: unknown) => {
    if (signal?.aborted !== true) tell({ failure: error instanceof Error ? error.message : String(error) })
  })
  return answer
}

/** @param signal calls off the questions asked with it; those not begun are never begun */
export const engine = (signal?: AbortSignal): EngineQuestions =>
  new Proxy({} as EngineQuestions, {
    get: (_, name) =>
      typeof name !== 'string' || name === 'then'
        ? undefined
        : (...values: readonly unknown[]) => ask(name as Question, values, signal),
  })

/** Gives another thread a line to the engine. */
export const serveEngine = (port: MessagePort): Promise<void> => started().api.serve(transfer(port, [port]))

/** Calls `told` whenever the engine's thread is gone, for whoever waits for it over a line of their own. */
export const onEngineLost = (told: (reason: string) => void): void => void whenLost.add(told)

export const engineStatus = (): EngineStatus => status

/** Says in the frame that another thread broke down, whatever the screen that waited for it does about it. */
export const sayLost = (lost: 'importer' | 'exporter'): void => tell({ lost })

/** Asks everything again that is on show, and reads the log again. */
export function tryEngineAgain(): void {
  tell({ failure: null, lost: null, attempt: status.attempt + 1 })
  void started()
    .api.follow()
    .catch(() => undefined)
}

export function onEngineStatus(listener: () => void): () => void {
  started()
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
