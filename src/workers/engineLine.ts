/** What a tab can ask the engine, and the line over which it asks: every question carries a token by which the tab can call it off. */
import type { EngineState } from './engineAnswers'
import type { Engine } from './engine'

export const QUESTIONS = [
  'page',
  'newestFirst',
  'describeRows',
  'idsOf',
  'idsOfRows',
  'options',
  'totals',
  'outline',
  'chosenRows',
  'findNodes',
  'findTrains',
  'trainNamed',
  'nodeNamed',
  'lastOdometer',
  'nodeOf',
  'trainOf',
  'masterPage',
  'masterUsage',
  'figureChanges',
  'unassignedWords',
  'idsOfUnassigned',
  'allNames',
  'partyNames',
  'tree',
  'node',
  'companyPareto',
  'actionEffect',
  'similar',
  'doubledFailures',
  'spellings',
  'openWork',
  'alerts',
  'alertPreview',
  'recurrenceAfterAction',
  'failuresPerProblem',
  'failuresPerTrain',
  'closedUntil',
  'escalationContextOf',
  'growth',
  'life',
  'compare',
  'causes',
  'repairs',
  'report',
  'latestDay',
  'fleetChoices',
  'home',
  'overview',
] as const satisfies readonly (keyof Engine)[]

export type Question = (typeof QUESTIONS)[number]

/** The engine as a screen asks it. */
export type EngineQuestions = Pick<Engine, Question>

/** What another thread may ask, over a line of its own. */
export type ReportQuestions = Pick<Engine, 'report'>

export interface EngineLine {
  /** Name of the lock that the engine's thread holds as long as it lives; null where the browser has no locks. */
  readonly life: () => string | null
  readonly watch: (listener: (state: EngineState) => void) => void
  readonly ask: (token: number, question: Question, values: readonly unknown[]) => Promise<unknown>
  readonly cancel: (token: number) => void
  readonly follow: () => Promise<void>
  readonly serve: (port: MessagePort) => void
  /** The tab closes. */
  readonly leave: () => void
}
