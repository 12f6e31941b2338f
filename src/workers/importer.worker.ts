/** The thread an import runs in. Reading cannot be interrupted from inside; to cancel it the client ends the thread. */
import { expose } from 'comlink'
import { Importer } from './importer'

const pad = (value: number): string => String(value).padStart(2, '0')

const importer = new Importer(() => {
  const now = new Date()
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
})

const api = {
  read: importer.read.bind(importer),
  override: importer.override.bind(importer),
  leaveOut: importer.leaveOut.bind(importer),
  undoStep: importer.undoStep.bind(importer),
  decideWord: importer.decideWord.bind(importer),
  decideWords: importer.decideWords.bind(importer),
  attach: importer.attach.bind(importer),
  choices: importer.choices.bind(importer),
  takeOver: importer.takeOver.bind(importer),
  takeColumn: importer.takeColumn.bind(importer),
  takeMaster: importer.takeMaster.bind(importer),
  rows: importer.rows.bind(importer),
  bothRows: importer.bothRows.bind(importer),
  leftOutRows: importer.leftOutRows.bind(importer),
  alike: importer.alike.bind(importer),
  errorWorkbook: importer.errorWorkbook.bind(importer),
  issues: importer.issues.bind(importer),
  commit: importer.commit.bind(importer),
  cancel: importer.cancel.bind(importer),
  loadSample: importer.loadSample.bind(importer),
}

export type ImporterApi = typeof api

expose(api)
