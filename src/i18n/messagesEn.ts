/** Every sentence of the program in English: the keys and parameters of the Chinese ones. Loaded when somebody reads English. */
import { boardsEn } from './boards'
import { chartsEn } from './charts'
import { commandsEn } from './commands'
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
import { shellEn } from './shell'
import { templatesEn } from './templates'
import { workEn } from './work'
import { workbooksEn } from './workbooks'
import { workRulesEn } from './workRules'
import { workflowDiagramEn } from './workflowDiagram'
import { workflowEn } from './workflow'
import type { messagesZh } from './messagesZh'
import type { Translation } from './translation'

export const messagesEn: Translation<typeof messagesZh> = {
  ...boardsEn,
  ...chartsEn,
  ...commandsEn,
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
  ...shellEn,
  ...templatesEn,
  ...workEn,
  ...workbooksEn,
  ...workRulesEn,
  ...workflowDiagramEn,
  ...workflowEn,
}
