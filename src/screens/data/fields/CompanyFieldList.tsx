/** Fields of one kind of record: what each is, its place, and taking it out of use. */
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { companyOptions, type CompanyKind } from '../../../domain/companyFields'
import type { Need } from '../../../domain/records/field'
import { wordsOfCompanyFields, type CompanyFieldWords } from '../../../i18n/companyFields'
import { formatMoment, formatEntered } from '../../../i18n/format'
import type { Messages } from '../../../i18n/messages'
import type { Language } from '../../../i18n/translation'
import { CommandButton } from '../../../panels/CommandButton'
import { useCommand, useSayDone } from '../../../panels/useCommand'
import { usePerson } from '../../../panels/usePerson'
import { orderCompanyFields, resumeCompanyField } from '../../../store/companyFields'
import { type StoredCompanyField } from '../../../store/companyFieldRecords'
import { useText } from '../../../ui/LanguageContext'
import { RetireFieldDialog } from './RetireFieldDialog'

interface Props {
  /** Of one kind of record, in their order. */
  readonly definitions: readonly StoredCompanyField[]
  readonly onEdit: (id: string) => void
}

export function CompanyFieldList({ definitions, onEdit }: Props) {
  const { language } = useText()
  const words = wordsOfCompanyFields(language)
  const [retiring, setRetiring] = useState<StoredCompanyField | null>(null)
  const inUse = definitions.filter(({ retiredAt = '' }) => retiredAt === '')
  const retired = definitions.filter(({ retiredAt = '' }) => retiredAt !== '')
  return (
    <>
      {inUse.length === 0 ? (
        <p className="card card-pad muted">{words.none}</p>
      ) : (
        <ol className="card company-list">
          {inUse.map((definition, at) => (
            <li key={definition.id}>
              <Description definition={definition} />
              <Acts inUse={inUse} at={at} definition={definition} onEdit={onEdit} onRetire={setRetiring} />
            </li>
          ))}
        </ol>
      )}
      {retired.length === 0 ? null : (
        <section className="stack">
          <h2>{words.retiredTitle}</h2>
          <ul className="card company-list is-retired">
            {retired.map((definition) => (
              <li key={definition.id}>
                <Description definition={definition} />
                <Resume definition={definition} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {retiring === null ? null : <RetireFieldDialog definition={retiring} onClose={() => setRetiring(null)} />}
    </>
  )
}

function Description({ definition }: { readonly definition: StoredCompanyField }) {
  const { t, language } = useText()
  const words = wordsOfCompanyFields(language)
  const { key = '', retiredAt = '', retiredWhy = '', need = '' } = definition
  const other = language === 'zh' ? definition.en : definition.zh
  return (
    <div className="company-what">
      <div>
        <strong>{definition[language]}</strong> <span className="small muted">{other}</span>
      </div>
      <div className="small muted">
        {[
          words.kind(definition.kind as CompanyKind),
          limitsInWords(definition, words, language),
          optionsInWords(definition, t, language),
        ]
          .filter((part) => part !== '')
          .join(t.semicolon)}
      </div>
      <div className="small">
        <span className="mono muted">{key}</span>
        {need === '' || retiredAt !== '' ? null : <span className="chip">{words.asked(words.need(need as Need))}</span>}
      </div>
      {retiredAt === '' ? null : (
        <div className="small">{words.retiredSince(formatMoment(retiredAt.slice(0, 10)), retiredWhy)}</div>
      )}
    </div>
  )
}

function limitsInWords(
  { least, most, unit = '' }: StoredCompanyField,
  words: CompanyFieldWords,
  language: Language,
): string {
  const show = (limit: number): string => formatEntered(limit, language)
  if (least !== undefined && most !== undefined) return words.between(show(least), show(most), unit)
  if (least !== undefined) return words.atLeast(show(least), unit)
  return most === undefined ? unit : words.atMost(show(most), unit)
}

const SHOWN_OPTIONS = 6

function optionsInWords({ options }: StoredCompanyField, t: Messages, language: Language): string {
  const given = companyOptions(options).filter(({ isRetired }) => isRetired !== true)
  const named = given.slice(0, SHOWN_OPTIONS).map((option) => option[language])
  return named.join(t.listComma) + (given.length > SHOWN_OPTIONS ? '…' : '')
}

interface ActsProps {
  readonly inUse: readonly StoredCompanyField[]
  readonly at: number
  readonly definition: StoredCompanyField
  readonly onEdit: (id: string) => void
  readonly onRetire: (definition: StoredCompanyField) => void
}

function Acts({ inUse, at, definition, onEdit, onRetire }: ActsProps) {
  const { t, language } = useText()
  const words = wordsOfCompanyFields(language)
  const person = usePerson()
  const command = useCommand()
  const sayDone = useSayDone()
  const busy = command.isPending ? t.commandPending : undefined
  const move = async (by: -1 | 1): Promise<void> => {
    const order = inUse.map(({ id }) => id)
    order.splice(at, 1)
    order.splice(at + by, 0, definition.id)
    const end = await command.run(() => orderCompanyFields(order, person))
    if (end.ended === 'done') sayDone(words.saved, end.value)
  }
  const name = <span className="visually-hidden"> {definition[language]}</span>
  return (
    <div className="row company-acts">
      <CommandButton
        command="order-company-fields"
        isQuiet
        busyWhy={at === 0 ? words.isFirst : busy}
        onPress={() => void move(-1)}
      >
        <ArrowUp size={14} aria-hidden />
        <span className="visually-hidden">{words.up}</span>
        {name}
      </CommandButton>
      <CommandButton
        command="order-company-fields"
        isQuiet
        busyWhy={at === inUse.length - 1 ? words.isLast : busy}
        onPress={() => void move(1)}
      >
        <ArrowDown size={14} aria-hidden />
        <span className="visually-hidden">{words.down}</span>
        {name}
      </CommandButton>
      <CommandButton command="save-company-field" isQuiet busyWhy={busy} onPress={() => onEdit(definition.id)}>
        {words.edit}
        {name}
      </CommandButton>
      <CommandButton command="retire-company-field" isQuiet busyWhy={busy} onPress={() => onRetire(definition)}>
        {words.retire}
        {name}
      </CommandButton>
    </div>
  )
}

function Resume({ definition }: { readonly definition: StoredCompanyField }) {
  const { t, language } = useText()
  const words = wordsOfCompanyFields(language)
  const person = usePerson()
  const command = useCommand()
  const sayDone = useSayDone()
  const label = definition[language] ?? ''
  const resume = async (): Promise<void> => {
    const end = await command.run(() => resumeCompanyField(definition.id, person))
    if (end.ended === 'done') sayDone(words.resumeDone(label), end.value)
  }
  return (
    <div className="row company-acts">
      <CommandButton
        command="resume-company-field"
        isQuiet
        busyWhy={command.isPending ? t.commandPending : undefined}
        onPress={() => void resume()}
      >
        {words.resume}
        <span className="visually-hidden"> {label}</span>
      </CommandButton>
    </div>
  )
}
