/** Every other sentence in Chinese; it comes with the first screen that is loaded later. */
import { boardsZh } from './boards'
import { chartsZh } from './charts'
import { custodyZh } from './custody'
import { dataZh } from './data'
import { failuresZh } from './failures'
import { formsZh } from './forms'
import { knowledgeZh } from './knowledge'
import { lifeZh } from './life'
import { papersZh } from './papers'
import { partBasisZh } from './partBasis'
import { productsZh } from './products'
import { serialsZh } from './serials'
import { reviewZh } from './review'
import { settingsZh } from './settings'
import { templatesZh } from './templates'
import { workZh } from './work'
import { workbooksZh } from './workbooks'
import { workRulesZh } from './workRules'
import { workflowDiagramZh } from './workflowDiagram'
import { workflowZh } from './workflow'

export const screenMessagesZh = {
  ...boardsZh,
  ...chartsZh,
  ...custodyZh,
  ...dataZh,
  ...failuresZh,
  ...formsZh,
  ...knowledgeZh,
  ...lifeZh,
  ...papersZh,
  ...partBasisZh,
  ...productsZh,
  ...serialsZh,
  ...reviewZh,
  ...settingsZh,
  ...templatesZh,
  ...workZh,
  ...workbooksZh,
  ...workRulesZh,
  ...workflowDiagramZh,
  ...workflowZh,
}
