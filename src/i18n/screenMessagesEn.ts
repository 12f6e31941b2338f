/** Every other sentence in English; it comes with the first screen that is loaded later. */
import { alertsEn } from './alerts'
import { attachmentsEn } from './attachments'
import { backupEn } from './backup'
import { rescueEn } from './rescue'
import { teamEn } from './team'
import { boardsEn } from './boards'
import { bulkEn } from './bulk'
import { causesEn } from './causes'
import { chartsEn } from './charts'
import { compareEn } from './compare'
import { conflictsEn } from './conflicts'
import { doublesEn } from './doubles'
import { custodyEn } from './custody'
import { dashboardsEn } from './dashboards'
import { dataEn } from './data'
import { effectEn } from './effect'
import { failuresEn } from './failures'
import { formsEn } from './forms'
import { homeEn } from './home'
import { importsEn } from './imports'
import { kioskEn } from './kiosk'
import { knowledgeEn } from './knowledge'
import { lifeEn } from './life'
import { linkedEn } from './linked'
import { logCheckEn } from './logCheck'
import { handOverEn } from './handOver'
import { packagesEn } from './packages'
import { paletteEn } from './palette'
import { masterEn } from './master'
import { papersEn } from './papers'
import { partBasisEn } from './partBasis'
import { planEn } from './plan'
import { problemsEn } from './problems'
import { productsEn } from './products'
import { rateChangeEn } from './rateChange'
import { reviewEn } from './review'
import { rolesEn } from './roles'
import { serialsEn } from './serials'
import { settingsEn } from './settings'
import { tableEn } from './table'
import { targetWordsEn } from './targetWords'
import { templatesEn } from './templates'
import { viewsEn } from './views'
import { workEn } from './work'
import { workRulesEn } from './workRules'
import { workbooksEn } from './workbooks'
import { workflowEn } from './workflow'
import { workflowDiagramEn } from './workflowDiagram'

export const screenMessagesEn = {
  ...alertsEn,
  ...attachmentsEn,
  ...backupEn,
  ...rescueEn,
  ...teamEn,
  ...boardsEn,
  ...bulkEn,
  ...causesEn,
  ...chartsEn,
  ...compareEn,
  ...conflictsEn,
  ...doublesEn,
  ...custodyEn,
  ...dashboardsEn,
  ...dataEn,
  ...effectEn,
  ...failuresEn,
  ...formsEn,
  ...homeEn,
  ...importsEn,
  ...kioskEn,
  ...knowledgeEn,
  ...lifeEn,
  ...linkedEn,
  ...logCheckEn,
  ...handOverEn,
  ...packagesEn,
  ...paletteEn,
  ...masterEn,
  ...papersEn,
  ...partBasisEn,
  ...planEn,
  ...problemsEn,
  ...productsEn,
  ...rateChangeEn,
  ...reviewEn,
  ...rolesEn,
  ...serialsEn,
  ...settingsEn,
  ...tableEn,
  ...targetWordsEn,
  ...templatesEn,
  ...viewsEn,
  ...workEn,
  ...workRulesEn,
  ...workbooksEn,
  ...workflowEn,
  ...workflowDiagramEn,
}
