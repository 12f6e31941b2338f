/** Enters what a failure cost; an entry is never changed afterwards. */
import { costRefusal, readTypedAmount } from '../../domain/costs'
import { costEntryFields, type CostEntry } from '../../domain/records/costEntry'
import type { Field } from '../../domain/records/field'
import { isUnread } from '../../domain/typedValue'
import type { Person } from '../../domain/person'
import { wordsOfCosts } from '../../i18n/costs'
import { FieldInput } from '../../panels/FieldInput'
import { RecordDialog } from '../../panels/RecordDialog'
import { readTypedDate } from '../../panels/readTyped'
import { TypedInput } from '../../panels/TypedInput'
import { addCost } from '../../store/costs'
import { useText } from '../../ui/LanguageContext'

const INPUTS = ['bucket', 'item', 'basis', 'amountCents', 'currency', 'period', 'payer', 'voucher', 'note'] as const

/** The month of a date as it is typed. */
function readMonth(text: string): unknown {
  const day = readTypedDate(text, 'date')
  if (typeof day !== 'string') return day
  return day.length < 7 ? { unread: text, why: 'not-a-date' } : day.slice(0, 7)
}

interface Props {
  readonly failureId: string
  readonly person: Person
  /** What an entry begins with. */
  readonly usual: CostEntry
  readonly onClose: () => void
}

export function CostDialog({ failureId, person, usual, onClose }: Props) {
  const { language } = useText()
  const words = wordsOfCosts(language)
  const amount: Field = { ...costEntryFields.amountCents, zh: words.costsAmount, en: words.costsAmount }
  return (
    <RecordDialog<CostEntry>
      title={words.costsAdd}
      form={`costEntries:new:${failureId}`}
      label={{ href: `/failures/${failureId}?tab=tabCosts` }}
      table="costEntries"
      fields={{ ...costEntryFields, amountCents: amount }}
      names={INPUTS}
      record={usual}
      isNew
      multiline={['note']}
      special={{
        amountCents: (value, onChange, id) => (
          <FieldInput
            id={id}
            field={amount}
            value={value}
            onChange={onChange}
            control={(control) => (
              <TypedInput
                {...control}
                className="number"
                inputMode="decimal"
                show={(cents) => (typeof cents === 'number' ? String(cents / 100) : '')}
                read={readTypedAmount}
              />
            )}
          />
        ),
        period: (value, onChange, id) => (
          <FieldInput
            id={id}
            field={costEntryFields.period}
            value={value}
            onChange={onChange}
            control={(control) => (
              <TypedInput
                {...control}
                placeholder="2026-05"
                show={(month) => (typeof month === 'string' ? month : '')}
                read={readMonth}
              />
            )}
          />
        ),
      }}
      check={async (entry) => {
        const refusal = costRefusal(entry, person.name, person.role)
        return refusal === null || isUnread(entry.amountCents)
          ? []
          : [{ text: words.costRefusal(refusal), weight: 'refused' }]
      }}
      onSave={(entry) => addCost(failureId, entry as CostEntry, person)}
      onClose={onClose}
    />
  )
}
