/** All sentences of the program, by area. Chinese is written first; English must have the same keys and parameters. */
import { chartsEn, chartsZh } from './charts'
import { dataEn, dataZh } from './data'
import { failuresEn, failuresZh } from './failures'
import { knowledgeEn, knowledgeZh } from './knowledge'
import { lifeEn, lifeZh } from './life'
import { productsEn, productsZh } from './products'
import { serialsEn, serialsZh } from './serials'
import { reviewEn, reviewZh } from './review'
import { settingsEn, settingsZh } from './settings'
import { shellEn, shellZh } from './shell'
import { templatesEn, templatesZh } from './templates'
import { workEn, workZh } from './work'
import { workbooksEn, workbooksZh } from './workbooks'
import { workflowEn, workflowZh } from './workflow'
import type { Language, Translation } from './translation'

const zh = { ...shellZh, ...chartsZh, ...failuresZh, ...dataZh, ...productsZh, ...reviewZh, ...knowledgeZh, ...lifeZh, ...serialsZh, ...settingsZh, ...templatesZh, ...workZh, ...workbooksZh, ...workflowZh }
const en: Translation<typeof zh> = { ...shellEn, ...chartsEn, ...failuresEn, ...dataEn, ...productsEn, ...reviewEn, ...knowledgeEn, ...lifeEn, ...serialsEn, ...settingsEn, ...templatesEn, ...workEn, ...workbooksEn, ...workflowEn }

export type Messages = Translation<typeof zh>

export const messagesOf = (language: Language): Messages => (language === 'zh' ? zh : en)
