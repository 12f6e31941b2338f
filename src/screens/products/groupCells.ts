/** Cells of the tables of groups: a value with its interval below it, and a p by itself. */
import { formatP } from '../../i18n/format'
import type { Language } from '../../i18n/translation'

/** The interval stands on a line of its own and is not torn apart. */
export const bounded = (value: string, lower: string, upper: string): string =>
  `${value}\n(${lower}\u00A0–\u00A0${upper})`

/** In a column of p's nothing needs to say that it equals. */
export const pAlone = (p: number, language: Language): string => formatP(p, language).replace(/^= /u, '')
