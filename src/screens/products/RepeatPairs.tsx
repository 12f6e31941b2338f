/** The trains and parts that came back most often, each with its rows. */
import { formatCount } from '../../i18n/format'
import type { Recurrence } from '../../metrics/recurrence'
import { useEngine } from '../../panels/useEngine'
import { useText } from '../../ui/LanguageContext'
import { numberColumn, TableHead } from '../../ui/TableHead'

const SHOWN = 15

export function RepeatPairs({
  recurrence,
  onOpen,
}: {
  readonly recurrence: Recurrence
  readonly onOpen: (mark: { readonly label: string; readonly rows: Uint32Array }) => void
}) {
  const { t, language } = useText()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  if (recurrence.pairs.length === 0) return null
  return (
    <section className="card card-pad stack">
      <h3>{t.repeatsPairs}</h3>
      <div className="scroll-x">
        <table className="table">
          <TableHead
            columns={[t.repeatsTrain, t.repeatsNode, numberColumn(t.repeatsCount), numberColumn(t.repeatsAll)]}
          />
          <tbody>
            {recurrence.pairs.slice(0, SHOWN).map((pair) => {
              const label = `${names?.[pair.trainId] ?? ''} × ${names?.[pair.nodeId] ?? ''}`
              return (
                <tr key={`${pair.trainId}-${pair.nodeId}`}>
                  <td>{names?.[pair.trainId] ?? ''}</td>
                  <td>{names?.[pair.nodeId] ?? ''}</td>
                  <td className="number">{formatCount(pair.repeats, language)}</td>
                  <td className="number">
                    <button
                      type="button"
                      className="kpi-link"
                      aria-label={`${label} ${pair.rows.length}`}
                      onClick={() => onOpen({ label, rows: pair.rows })}
                    >
                      {formatCount(pair.rows.length, language)}
                    </button>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
