/** Words of the reports, on the screen, on paper and in the workbook. A part of its own, loaded with the first report. */
import { chartsEn, chartsZh } from './charts'
import { contractsEn, contractsZh } from './contracts'
import { figureNamesEn, figureNamesZh } from './figureNames'
import { inLanguage } from './inLanguage'
import { partBasisEn, partBasisZh } from './partBasis'
import { reportColumnsEn, reportColumnsZh } from './reportColumns'
import { reportPartsEn, reportPartsZh } from './reportParts'
import { reportScreenEn, reportScreenZh } from './reportScreen'
import { reportTextEn, reportTextZh } from './reportText'
import { targetWordsEn, targetWordsZh } from './targetWords'
import type { Language, Translation } from './translation'
import { workbooksEn, workbooksZh } from './workbooks'

const zh = {
  ...chartsZh,
  ...partBasisZh,
  ...workbooksZh,
  ...contractsZh,
  ...figureNamesZh,
  ...reportPartsZh,
  ...reportColumnsZh,
  ...reportTextZh,
  ...reportScreenZh,
  ...targetWordsZh,
}
const en: Translation<typeof zh> = {
  ...chartsEn,
  ...partBasisEn,
  ...workbooksEn,
  ...contractsEn,
  ...figureNamesEn,
  ...reportPartsEn,
  ...reportColumnsEn,
  ...reportTextEn,
  ...reportScreenEn,
  ...targetWordsEn,
}

export type ReportWords = Translation<typeof zh>
export const wordsOfReports = (language: Language): ReportWords => inLanguage(language, { zh, en })
