/** What storing an import would do: records per table, and in sentences what is joined, filled, asked or left out. */
import { formatCount } from '../../i18n/format'
import { wordsOfImports } from '../../i18n/importWords'
import { useText } from '../../ui/LanguageContext'
import type { PlanChange, Preview } from '../../workers/importAnswers'

/** @param total everything that would be written */
export function ImportPlanList({ preview: { plan }, total }: { readonly preview: Preview; readonly total: number }) {
  const { t, language } = useText()
  const words = wordsOfImports(language)
  const count = (value: number): string => formatCount(value, language)
  return (
    <>
      {total === 0 ? <p>{t.importNothing}</p> : <Counts counts={plan.counts} />}
      <ul className="plain-list">
        {plan.filled > 0 ? <li>{t.mastersFilled(count(plan.filled))}</li> : null}
        {plan.taken > 0 ? <li>{t.importUpdates(count(plan.taken))}</li> : null}
        {plan.byNumber.map(({ file, sheet, numbers, known }) => (
          <li key={`${file}|${sheet}`}>{t.trainsByNumber(sheet, count(known), count(numbers))}</li>
        ))}
        {plan.duplicates.length > 0 ? <li>{t.importDuplicates(count(plan.duplicates.length))}</li> : null}
        <StubTrains trains={plan.stubTrains} />
        {plan.unlinked.analyses + plan.unlinked.actions > 0 ? (
          <li>{t.importUnlinked(count(plan.unlinked.analyses), count(plan.unlinked.actions))}</li>
        ) : null}
        {plan.unlinked.replacements > 0 ? (
          <li>{t.importUnlinkedReplacements(count(plan.unlinked.replacements))}</li>
        ) : null}
        <Unassigned unassigned={plan.unassigned} />
        {Object.entries(plan.skipped).map(([reason, rows]) => (
          <li key={reason} className="muted">
            {words.skipReason(reason)}
            {t.colon}
            {count(rows)}
          </li>
        ))}
      </ul>
    </>
  )
}

type Plan = Preview['plan']

/** Records per table. */
function Counts({ counts }: Pick<Plan, 'counts'>) {
  const { t, language } = useText()
  return (
    <div className="scroll-x">
      <table className="table plan-table">
        <tbody>
          {Object.entries(counts)
            .filter(([, stored]) => stored > 0)
            .map(([table, stored]) => (
              <tr key={table}>
                <th scope="row">{t.tableName(table)}</th>
                <td className="number">{formatCount(stored, language)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}

/** Trains that are only named, and are made for it. */
function StubTrains({ trains }: { readonly trains: Plan['stubTrains'] }) {
  const { t, language } = useText()
  if (trains.length === 0) return null
  return (
    <li>
      {t.importStubs(formatCount(trains.length, language))}{' '}
      <span className="muted small">
        {trains.slice(0, 12).join(t.listComma)}
        {trains.length > 12 ? '…' : ''}
      </span>
    </li>
  )
}

/** Words for parts that nobody knows. */
function Unassigned({ unassigned }: Pick<Plan, 'unassigned'>) {
  const { t, language } = useText()
  if (unassigned.length === 0) return null
  return (
    <li>
      {t.importUnassigned(formatCount(unassigned.length, language))}{' '}
      <span className="muted small">
        {unassigned
          .slice(0, 8)
          .map(({ words, count: rows }) => t.importUnassignedRows(words, formatCount(rows, language)))
          .join(t.listComma)}
        {unassigned.length > 8 ? '…' : ''}
      </span>
    </li>
  )
}

/** Another tab has stored or changed something since the preview: what comes out otherwise now. */
export function OutdatedNote({ counts }: { readonly counts: readonly PlanChange[] }) {
  const { t, language } = useText()
  return (
    <div className="note alarm" role="alert">
      <p>{t.importOutdated}</p>
      <ul className="plain-list">
        {counts.map(({ table, before, now }) => (
          <li key={table}>
            {t.tableName(table)}
            {t.colon}
            {formatCount(before, language)} → {formatCount(now, language)}
          </li>
        ))}
      </ul>
    </div>
  )
}
