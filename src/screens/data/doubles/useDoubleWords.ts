/** What tells one failure from another, in words. */
import { failureFields } from '../../../domain/records/failure'
import type { StoredRecord } from '../../../domain/records/tables'
import { formatMoment } from '../../../i18n/format'
import { useEngine } from '../../../panels/useEngine'
import { useText } from '../../../ui/LanguageContext'

type Failure = StoredRecord<'failures'>

export function useDoubleWords() {
  const { t, language } = useText()
  const { answer } = useEngine('all-names', (engine) => engine.allNames())
  const names = answer ?? {}
  return {
    names,
    whenLabel: failureFields.occurredAt[language],
    trainLabel: failureFields.trainId[language],
    partLabel: failureFields.bomNodeId[language],
    numberOf: ({ no = '' }: Failure): string => (no === '' ? t.noNumber : no),
    when: ({ occurredAt = '' }: Failure): string => formatMoment(occurredAt),
    train: ({ trainId = '', trainText = '' }: Failure): string => names[trainId] ?? trainText,
    part: ({ bomNodeId = '', nodeText = '' }: Failure): string => names[bomNodeId] ?? nodeText,
  }
}
