/** Figures of parts before and after a change of the tree. */
import { formatCount } from '../../i18n/format'
import { useText } from '../../ui/LanguageContext'
import { ScrollX } from '../../ui/ScrollX'
import { numberColumn, TableHead } from '../../ui/TableHead'
import type { FigureChange } from '../../workers/masterAnswers'

export function FigureChanges({ changes }: { readonly changes: readonly FigureChange[] | null }) {
  const { t, language } = useText()
  if (changes === null) return <div className="skeleton" style={{ height: 80 }} aria-busy="true" />
  if (changes.length === 0) return <p className="small muted">{t.masterMoveNone}</p>
  const pair = (before: number, after: number): string =>
    before === after
      ? formatCount(after, language)
      : `${formatCount(before, language)} → ${formatCount(after, language)}`
  return (
    <section className="stack">
      <h3>{t.masterMoveChanges}</h3>
      <ScrollX label={t.masterMoveChanges}>
        <table className="table">
          <TableHead
            columns={[t.masterMoveNode, numberColumn(t.masterMoveFailures), numberColumn(t.masterMoveQuantity)]}
          />
          <tbody>
            {changes.map(({ id, name, ...figures }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td className="number">{pair(figures.failuresBefore, figures.failuresAfter)}</td>
                <td className="number">{pair(figures.quantityBefore, figures.quantityAfter)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
  )
}
