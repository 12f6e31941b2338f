import { packagesEn, packagesZh } from '../../i18n/packages'
import type { PackageRefused } from './packageRefused'

/** The sentence a person reads for a refused package: what is wrong, where, and what to do. */
export const packageSentence = ({ problem, where }: PackageRefused, language: 'zh' | 'en'): string =>
  (language === 'zh' ? packagesZh : packagesEn)[problem](where)
