/** The is / is-not table as it is read. */
import { isIsNotRows } from '../../domain/isIsNot'
import { ScrollX } from '../../ui/ScrollX'
import { useText } from '../../ui/LanguageContext'
import './isIsNot.css'

export function IsIsNotTable({ stored }: { readonly stored: unknown }) {
  const { t } = useText()
  const rows = isIsNotRows(stored)
  if (rows.length === 0) return <span className="muted">—</span>
  return (
    <ScrollX label={t.isIsNotTitle}>
      <table className="is-is-not-table">
        <thead>
          <tr>
            <th scope="col">{t.isIsNotQuestion}</th>
            <th scope="col">{t.isIsNotColumn('is')}</th>
            <th scope="col">{t.isIsNotColumn('isNot')}</th>
            <th scope="col">{t.isIsNotColumn('distinction')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={JSON.stringify(row)}>
              <th scope="row">{t.isIsNotAbout(row.about)}</th>
              <td>{row.is}</td>
              <td>{row.isNot}</td>
              <td>{row.distinction}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  )
}
