/** Takes a field out of use, after saying what stands on it. */
import { useLiveQuery } from '../../../panels/useLiveQuery'
import { wordsOfCompanyFields } from '../../../i18n/companyFields'
import { localMoment } from '../../../i18n/format'
import { ReasonDialog } from '../../../panels/ReasonDialog'
import { useSayDone } from '../../../panels/useCommand'
import { usePerson } from '../../../panels/usePerson'
import { retireCompanyField, usageOfCompanyField } from '../../../store/companyFields'
import { type StoredCompanyField } from '../../../store/companyFieldRecords'
import { useText } from '../../../ui/LanguageContext'

interface Props {
  readonly definition: StoredCompanyField
  readonly onClose: () => void
}

export function RetireFieldDialog({ definition, onClose }: Props) {
  const { t, language } = useText()
  const words = wordsOfCompanyFields(language)
  const person = usePerson()
  const sayDone = useSayDone()
  const usage = useLiveQuery(() => usageOfCompanyField(definition), [definition.id])
  const label = definition[language] ?? ''
  return (
    <ReasonDialog
      title={words.retireTitle(label)}
      question={words.retireWhy}
      form={`retire-company-field:${definition.id}`}
      label={{ about: label, href: `/data/fields?table=${definition.table ?? ''}` }}
      submit={words.retire}
      isDangerous
      run={(why) => retireCompanyField(definition.id, localMoment(), person, why)}
      onDone={(change) => sayDone(words.retireDone(label), change)}
      onClose={onClose}
    >
      {usage === undefined ? (
        <p className="muted">{words.retireCounting}</p>
      ) : (
        <ul className="plain-list">
          <li>{words.retireValues(usage.values)}</li>
          {usage.views.length === 0 ? null : <li>{words.retireViews(usage.views.join(t.listComma))}</li>}
          {(definition.need ?? '') === '' ? null : <li>{words.retireNeed}</li>}
        </ul>
      )}
    </ReasonDialog>
  )
}
