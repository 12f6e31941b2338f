/** A removed item came back, repaired or found good. */
import { installEventFields } from '../../domain/records/installEvent'
import { moment as momentField } from '../../domain/records/field'
import { localMoment } from '../../i18n/format'
import { RecordDialog } from '../../panels/RecordDialog'
import { usePerson } from '../../panels/usePerson'
import { returnToStock, type BackInStock } from '../../store/replacements'
import { useText } from '../../ui/LanguageContext'

export function ReturnDialog({ serial, onClose }: { readonly serial: string; readonly onClose: () => void }) {
  const { t } = useText()
  const person = usePerson()
  return (
    <RecordDialog<Partial<BackInStock>>
      title={t.serialReturn}
      form={`return-to-stock:${serial}`}
      label={{ about: serial, href: `/serials/${encodeURIComponent(serial)}` }}
      table="installEvents"
      fields={{ ...installEventFields, at: momentField(t.serialReturnAt, t.serialReturnAt) }}
      names={['at', 'finding', 'note']}
      record={{ at: localMoment().slice(0, 16) }}
      isNew
      multiline={['note']}
      check={async ({ at }) => (at === undefined ? [{ text: t.serialReturnAt, weight: 'refused' }] : [])}
      onSave={({ at = '', finding, note }) =>
        returnToStock(serial, { at, ...(finding ? { finding } : {}), ...(note ? { note } : {}) }, person)
      }
      onClose={onClose}
    />
  )
}
