/** The thread workbooks are written in. */
import { expose } from 'comlink'
import { failureLedger } from './exporter'

const api = { failureLedger }

export type ExporterApi = typeof api

expose(api)
