/** Every other sentence in Chinese; it comes with the first screen that is loaded later. */
import { alertsZh } from './alerts'
import { attachmentsZh } from './attachments'
import { backupZh } from './backup'
import { rescueZh } from './rescue'
import { teamZh } from './team'
import { boardsZh } from './boards'
import { bulkZh } from './bulk'
import { causesZh } from './causes'
import { chartsZh } from './charts'
import { compareZh } from './compare'
import { conflictsZh } from './conflicts'
import { doublesZh } from './doubles'
import { custodyZh } from './custody'
import { dashboardsZh } from './dashboards'
import { dataZh } from './data'
import { effectZh } from './effect'
import { failuresZh } from './failures'
import { formsZh } from './forms'
import { homeZh } from './home'
import { importsZh } from './imports'
import { kioskZh } from './kiosk'
import { knowledgeZh } from './knowledge'
import { lifeZh } from './life'
import { linkedZh } from './linked'
import { logCheckZh } from './logCheck'
import { handOverZh } from './handOver'
import { packagesZh } from './packages'
import { paletteZh } from './palette'
import { masterZh } from './master'
import { papersZh } from './papers'
import { partBasisZh } from './partBasis'
import { planZh } from './plan'
import { problemsZh } from './problems'
import { productsZh } from './products'
import { rateChangeZh } from './rateChange'
import { reviewZh } from './review'
import { rolesZh } from './roles'
import { serialsZh } from './serials'
import { settingsZh } from './settings'
import { tableZh } from './table'
import { targetWordsZh } from './targetWords'
import { templatesZh } from './templates'
import { viewsZh } from './views'
import { workZh } from './work'
import { workRulesZh } from './workRules'
import { workbooksZh } from './workbooks'
import { workflowZh } from './workflow'
import { workflowDiagramZh } from './workflowDiagram'

export const screenMessagesZh = {
  ...alertsZh,
  ...attachmentsZh,
  ...backupZh,
  ...rescueZh,
  ...teamZh,
  ...boardsZh,
  ...bulkZh,
  ...causesZh,
  ...chartsZh,
  ...compareZh,
  ...conflictsZh,
  ...doublesZh,
  ...custodyZh,
  ...dashboardsZh,
  ...dataZh,
  ...effectZh,
  ...failuresZh,
  ...formsZh,
  ...homeZh,
  ...importsZh,
  ...kioskZh,
  ...knowledgeZh,
  ...lifeZh,
  ...linkedZh,
  ...logCheckZh,
  ...handOverZh,
  ...packagesZh,
  ...paletteZh,
  ...masterZh,
  ...papersZh,
  ...partBasisZh,
  ...planZh,
  ...problemsZh,
  ...productsZh,
  ...rateChangeZh,
  ...reviewZh,
  ...rolesZh,
  ...serialsZh,
  ...settingsZh,
  ...tableZh,
  ...targetWordsZh,
  ...templatesZh,
  ...viewsZh,
  ...workZh,
  ...workRulesZh,
  ...workbooksZh,
  ...workflowZh,
  ...workflowDiagramZh,
}
