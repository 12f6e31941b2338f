/** The thread workbooks are written in. */
import { expose } from 'comlink'
import { failureLedger, nodeSummary } from './exporter'
import { failureForm, templateLedger } from './templateExporter'

const api = { failureLedger, nodeSummary, failureForm, templateLedger }

export type ExporterApi = typeof api

expose(api)
