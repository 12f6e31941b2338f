/** The thread the engine lives in. */
import { expose } from 'comlink'
import { onChange } from '../store/changeFeed'
import { Engine } from './engine'
import type { EngineState } from './engineAnswers'

const listeners = new Set<(state: EngineState) => void>()
let latest: EngineState = { version: 0, ready: false, done: 0, total: 0 }

const engine = new Engine((state) => {
  latest = state
  for (const listener of listeners) listener(state)
})

onChange(() => {
  void engine.follow()
})
void engine.open()

const api = {
  watch(listener: (state: EngineState) => void): void {
    listeners.add(listener)
    listener(latest)
  },
  follow: () => engine.follow(),
  page: engine.page.bind(engine),
  newestFirst: engine.newestFirst.bind(engine),
  describeRows: engine.describeRows.bind(engine),
  idsOf: engine.idsOf.bind(engine),
  idsOfRows: engine.idsOfRows.bind(engine),
  options: engine.options.bind(engine),
  totals: engine.totals.bind(engine),
  findNodes: engine.findNodes.bind(engine),
  findTrains: engine.findTrains.bind(engine),
  trainNamed: engine.trainNamed.bind(engine),
  nodeNamed: engine.nodeNamed.bind(engine),
  lastOdometer: engine.lastOdometer.bind(engine),
  nodeOf: engine.nodeOf.bind(engine),
  trainOf: engine.trainOf.bind(engine),
  unassignedWords: engine.unassignedWords.bind(engine),
  idsOfUnassigned: engine.idsOfUnassigned.bind(engine),
  allNames: engine.allNames.bind(engine),
  partyNames: engine.partyNames.bind(engine),
  tree: engine.tree.bind(engine),
  node: engine.node.bind(engine),
  actionEffect: engine.actionEffect.bind(engine),
  similar: engine.similar.bind(engine),
  failuresPerProblem: engine.failuresPerProblem.bind(engine),
  failuresPerTrain: engine.failuresPerTrain.bind(engine),
  closedUntil: engine.closedUntil.bind(engine),
  surroundingsOf: engine.surroundingsOf.bind(engine),
  growth: engine.growth.bind(engine),
  life: engine.life.bind(engine),
  report: engine.report.bind(engine),
  latestDay: engine.latestDay.bind(engine),
  fleetChoices: engine.fleetChoices.bind(engine),
  overview: engine.overview.bind(engine),
}

/** What another thread may ask, over a line of its own. */
export type EngineApi = typeof api & { serve(port: MessagePort): void }

const served: EngineApi = { ...api, serve: (port) => expose(api, port) }

expose(served)
