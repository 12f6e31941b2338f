/** The thread the browser's figures of the statistics are measured in. */
import { expose } from 'comlink'
import { statisticsFigures } from '../statisticsFigures'

const api = { figures: (runs: number) => statisticsFigures(runs) }
export type StatisticsApi = typeof api

expose(api)
