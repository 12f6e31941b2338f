/** What the failure cost: entered, summed by basis and currency, and taken back by a reversal. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useState } from 'react'
import { costRefusal, countedCents, mayReverse, standing } from '../../domain/costs'
import { costEntryFields, type CostEntry } from '../../domain/records/costEntry'
import type { StoredRecord } from '../../domain/records/tables'
import type { Person } from '../../domain/person'
import { wordsOfCosts } from '../../i18n/costs'
import { formatMoney } from '../../i18n/format'
import { ReasonDialog } from '../../panels/ReasonDialog'
import { useFieldText } from '../../panels/FailureFacts'
import { costsOf, reverseCost } from '../../store/costs'
import { useText } from '../../ui/LanguageContext'
import { ScrollX } from '../../ui/ScrollX'
import { useToast } from '../../ui/Toasts'
import { CostDialog } from './CostDialog'

type Entry = StoredRecord<'costEntries'>

interface Props {
  readonly failureId: string
  readonly person: Person
  readonly now: string
}

/** What an entry usually says: this month, the currency of the last one, and what the person of this role pays for. */
const usualEntry = (entries: readonly Entry[], { role }: Person, now: string): CostEntry => ({
  basis: 'actual',
  currency: entries.at(-1)?.currency ?? 'CNY',
  payer: 'own',
  period: now.slice(0, 7),
  ...(role === 'WHS' ? { item: 'spares' } : role === 'REP' ? { item: 'labour' } : {}),
})

/** Why this person may enter none at all; what the form will ask is no reason not to open it. */
function useGuard(usual: CostEntry, person: Person): string | undefined {
  const words = wordsOfCosts(useText().language)
  const refused = costRefusal(
    { bucket: 'WIN', item: 'labour', amountCents: 1, voucher: '-', ...usual },
    person.name,
    person.role,
  )
  return refused === 'role' || refused === 'nobody-named' ? words.costRefusal(refused) : undefined
}

export function CostsTab({ failureId, person, now }: Props) {
  const entries = useLiveQuery(() => costsOf(failureId), [failureId])
  if (entries === undefined) return <div className="skeleton" style={{ height: 120 }} />
  return <Costs failureId={failureId} person={person} now={now} entries={entries} />
}

function Costs({ failureId, person, now, entries }: Props & Pick<TableProps, 'entries'>) {
  const { language } = useText()
  const words = wordsOfCosts(language)
  const [isAdding, setAdding] = useState(false)
  const [reversing, setReversing] = useState<Entry | null>(null)
  const usual = usualEntry(entries, person, now)
  const guard = useGuard(usual, person)
  return (
    <div className="stack" data-part="costs">
      <div className="spread">
        <h2>{words.costsTitle}</h2>
        <span className="row">
          {guard === undefined ? null : <span className="small muted">{guard}</span>}
          <button
            type="button"
            className="button"
            disabled={guard !== undefined}
            title={guard}
            onClick={() => setAdding(true)}
          >
            {words.costsAdd}
          </button>
        </span>
      </div>
      <p className="small muted">{words.costsWhy}</p>
      {entries.length === 0 ? (
        <p className="muted">{words.costsNone}</p>
      ) : (
        <>
          <CostTable entries={entries} person={person} onReverse={setReversing} />
          <Totals entries={entries} />
        </>
      )}
      {isAdding ? (
        <CostDialog failureId={failureId} person={person} usual={usual} onClose={() => setAdding(false)} />
      ) : null}
      {reversing === null ? null : (
        <ReverseDialog entry={reversing} person={person} onClose={() => setReversing(null)} />
      )}
    </div>
  )
}

/** Sums by basis and currency: amounts of different ones are never added. */
function Totals({ entries }: Pick<TableProps, 'entries'>) {
  const { t, language } = useText()
  const words = wordsOfCosts(language)
  const text = useFieldText()
  const sums = new Map<string, number>()
  for (const entry of entries) {
    const key = `${entry.basis ?? ''}|${entry.currency ?? ''}`
    sums.set(key, (sums.get(key) ?? 0) + countedCents(entry))
  }
  return (
    <p>
      {[...sums]
        .map(([key, cents]) => {
          const [basis = '', currency = ''] = key.split('|')
          return words.costsTotal(text(costEntryFields.basis, basis, {}), formatMoney(cents, currency, language))
        })
        .join(t.semicolon)}
    </p>
  )
}

interface TableProps {
  readonly entries: readonly Entry[]
  readonly person: Person
  readonly onReverse: (entry: Entry) => void
}

function CostTable({ entries, person, onReverse }: TableProps) {
  const { language } = useText()
  const words = wordsOfCosts(language)
  const standingIds = new Set(standing(entries).map(({ id }) => id))
  const reversed = new Set(entries.flatMap(({ reversalOf }) => reversalOf ?? []))
  return (
    <ScrollX label={words.costsTitle} className="card">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.costsMonth}</th>
            <th scope="col">{costEntryFields.bucket[language]}</th>
            <th scope="col">{costEntryFields.item[language]}</th>
            <th scope="col">{costEntryFields.basis[language]}</th>
            <th scope="col" className="number">
              {words.costsAmount}
            </th>
            <th scope="col">{costEntryFields.payer[language]}</th>
            <th scope="col">{costEntryFields.voucher[language]}</th>
            <th scope="col">{costEntryFields.note[language]}</th>
            <th scope="col">{words.costsBy}</th>
            <th scope="col">
              <span className="visually-hidden">{words.costsReverse}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <CostRow
              key={entry.id}
              entry={entry}
              isStanding={standingIds.has(entry.id)}
              isReversed={reversed.has(entry.id)}
              person={person}
              onReverse={onReverse}
            />
          ))}
        </tbody>
      </table>
    </ScrollX>
  )
}

interface ReversalProps extends Pick<TableProps, 'person' | 'onReverse'> {
  readonly entry: Entry
  readonly isStanding: boolean
  readonly isReversed: boolean
}

function CostRow({ entry, ...reversal }: ReversalProps) {
  const { language } = useText()
  const words = wordsOfCosts(language)
  const text = useFieldText()
  const shown = (name: 'bucket' | 'item' | 'basis' | 'payer'): string => text(costEntryFields[name], entry[name], {})
  return (
    <tr>
      <td>{entry.period}</td>
      <td>{shown('bucket')}</td>
      <td>{shown('item')}</td>
      <td>{shown('basis')}</td>
      <td className="number">{formatMoney(entry.amountCents ?? 0, entry.currency ?? '', language)}</td>
      <td>{shown('payer')}</td>
      <td className="mono">{entry.voucher}</td>
      <td>
        {entry.reversalOf === undefined ? null : <span className="chip">{words.costsReversal}</span>} {entry.note}
      </td>
      <td>{entry.enteredBy}</td>
      <td>
        <Reversal entry={entry} {...reversal} />
      </td>
    </tr>
  )
}

/** An entry that stands can be reversed; one that was reversed says so. */
function Reversal({ entry, isStanding, isReversed, person, onReverse }: ReversalProps) {
  const { language } = useText()
  const words = wordsOfCosts(language)
  if (!isStanding) return isReversed ? <span className="small muted">{words.costsReversed}</span> : null
  const may = mayReverse(entry, person.name, person.role)
  return (
    <button
      type="button"
      className="button quiet"
      disabled={!may}
      title={may ? undefined : words.costsReverseWho}
      onClick={() => onReverse(entry)}
    >
      {words.costsReverse}
    </button>
  )
}

function ReverseDialog({
  entry,
  person,
  onClose,
}: {
  readonly entry: Entry
  readonly person: Person
  readonly onClose: () => void
}) {
  const { language } = useText()
  const words = wordsOfCosts(language)
  const toast = useToast()
  return (
    <ReasonDialog
      title={`${words.costsReverse} ${formatMoney(entry.amountCents ?? 0, entry.currency ?? '', language)}`}
      question={words.costsReverseWhy}
      form={`reverse-cost:${entry.id}`}
      label={{ href: `/failures/${entry.failureId ?? ''}?tab=tabCosts` }}
      submit={words.costsReverse}
      needed={words.costsReverseNeeded}
      run={(why) => reverseCost(entry.id, person, why)}
      onDone={() => toast(words.costsReverseDone)}
      onClose={onClose}
    />
  )
}
