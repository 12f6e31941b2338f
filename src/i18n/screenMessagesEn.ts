/** Every other sentence in English; it comes with the first screen that is loaded later. */
import { boardsEn } from './boards'
import { chartsEn } from './charts'
import { custodyEn } from './custody'
import { dataEn } from './data'
import { failuresEn } from './failures'
import { formsEn } from './forms'
import { knowledgeEn } from './knowledge'
import { lifeEn } from './life'
import { papersEn } from './papers'
import { partBasisEn } from './partBasis'
import { productsEn } from './products'
import { serialsEn } from './serials'
import { reviewEn } from './review'
import { settingsEn } from './settings'
import { templatesEn } from './templates'
import { workEn } from './work'
import { workbooksEn } from './workbooks'
import { workRulesEn } from './workRules'
import { workflowDiagramEn } from './workflowDiagram'
import { workflowEn } from './workflow'

export const screenMessagesEn = {
  ...boardsEn,
  ...chartsEn,
  ...custodyEn,
  ...dataEn,
  ...failuresEn,
  ...formsEn,
  ...knowledgeEn,
  ...lifeEn,
  ...papersEn,
  ...partBasisEn,
  ...productsEn,
  ...serialsEn,
  ...reviewEn,
  ...settingsEn,
  ...templatesEn,
  ...workEn,
  ...workbooksEn,
  ...workRulesEn,
  ...workflowDiagramEn,
  ...workflowEn,
}
