/** Places and disagreements of serial-numbered items as sentences. */
import type { Finding, LifeEvent, Place } from '../domain/installations'
import { formatMoment } from '../i18n/format'
import type { Messages } from '../i18n/messages'

type Names = Readonly<Record<string, string>>

export const placeInWords = ({ trainId, carNo, position }: Place, names: Names): string =>
  [names[trainId] ?? trainId, carNo, position].filter((part) => part !== '').join(' · ')

/** When and where: what tells one event from another. */
export const eventInWords = ({ at, place }: LifeEvent, names: Names, t: Messages): string =>
  [at === '' ? t.serialNoDay : formatMoment(at), placeInWords(place, names)].filter((part) => part !== '').join(' · ')

export const findingInWords = ({ kind, serial, event, other }: Finding, names: Names, t: Messages): string =>
  t.finding(kind, serial, event === null ? '' : eventInWords(event, names, t), names[other] ?? other)
