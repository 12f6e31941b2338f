/** The thread workbooks are written in. */
import { expose } from 'comlink'
import { writePaper } from '../exchange/write/papers/writePaper'
import { failureLedger, nodeSummary } from './exporter'
import { openOwnTemplate, ownForm, ownLedger, previewTemplate } from './ownTemplates'
import { connectEngine, reportFile } from './reportExporter'
import { failureForm, templateLedger } from './templateExporter'

const api = {
  failureLedger,
  nodeSummary,
  failureForm,
  templateLedger,
  openOwnTemplate,
  previewTemplate,
  ownForm,
  ownLedger,
  connectEngine,
  reportFile,
  paper: writePaper,
}

export type ExporterApi = typeof api

expose(api)
