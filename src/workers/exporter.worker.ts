/** The thread workbooks are written in. */
import { expose } from 'comlink'
import { writePaper } from '../exchange/papers/writePaper'
import { failureLedger, nodeSummary } from './exporter'
import { connectEngine, reportFile } from './reportExporter'
import { failureForm, templateLedger } from './templateExporter'

const api = { failureLedger, nodeSummary, failureForm, templateLedger, connectEngine, reportFile, paper: writePaper }

export type ExporterApi = typeof api

expose(api)
