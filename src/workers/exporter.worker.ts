/** The thread workbooks are written in. */
import { expose } from 'comlink'
import { failureLedger, nodeSummary } from './exporter'

const api = { failureLedger, nodeSummary }

export type ExporterApi = typeof api

expose(api)
