/** Every doubtful cell with its address, what it says, and what was made of it. */
import { useEffect, useState } from 'react'
import type { IssueCode } from '../../exchange/parsedSheet'
import { formatCount } from '../../i18n/format'
import { importer } from '../../workers/importClient'
import type { CellIssue, Preview } from '../../workers/importer'
import { useText } from '../../ui/LanguageContext'

const STEP = 100

export function IssueTable({ preview }: { readonly preview: Preview }) {
  const { t, language } = useText()
  const [code, setCode] = useState<IssueCode | null>(null)
  const [shown, setShown] = useState(STEP)
  const [page, setPage] = useState<{ readonly total: number; readonly rows: readonly CellIssue[] }>({ total: 0, rows: [] })
  useEffect(() => {
    let isCurrent = true
    void importer().issues(code, 0, shown).then((found) => {
      if (isCurrent) setPage(found)
    })
    return () => {
      isCurrent = false
    }
  }, [code, shown, preview])

  const counts = new Map<IssueCode, number>()
  for (const file of preview.files) if (file.ok) for (const sheet of file.sheets) for (const [issue, count] of Object.entries(sheet.issues) as [IssueCode, number][]) counts.set(issue, (counts.get(issue) ?? 0) + count)
  const fileName = (at: number): string => preview.files[at]?.name ?? ''

  return (
    <div className="card card-pad stack">
      <h3>{t.importProblems}</h3>
      <p className="small muted">{counts.size === 0 ? t.importProblemsNone : t.importProblemsWhy}</p>
      {counts.size === 0 ? null : (
        <>
          <div className="row" role="group" aria-label={t.importProblems}>
            <button type="button" className="button" aria-pressed={code === null} onClick={() => { setCode(null); setShown(STEP) }}>{t.all}</button>
            {[...counts].sort((a, b) => b[1] - a[1]).map(([issue, count]) => (
              <button key={issue} type="button" className="button" aria-pressed={code === issue} onClick={() => { setCode(issue); setShown(STEP) }}>{t.issueSentence(issue, {}).replace('?', '…')} {formatCount(count, language)}</button>
            ))}
          </div>
          <div className="scroll-x issue-table">
            <table className="table">
              <thead><tr><th scope="col">{t.importCell}</th><th scope="col">{t.importProblem}</th><th scope="col">{t.importWritten}</th><th scope="col">{t.importRead}</th></tr></thead>
              <tbody>
                {page.rows.map((issue) => (
                  <tr key={`${issue.file}-${issue.sheet}-${issue.row}-${issue.column ?? ''}-${issue.code}`}>
                    <td className="nowrap" title={fileName(issue.file)}>{issue.sheet} <span className="mono">{issue.column ?? ''}{issue.row}</span></td>
                    <td>{t.issueSentence(issue.code, issue.parameters)}</td>
                    <td>{issue.raw}</td>
                    <td>{issue.value}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {page.total > shown ? <div><button type="button" className="button" onClick={() => setShown(shown + 5 * STEP)}>{t.importMore(formatCount(Math.min(5 * STEP, page.total - shown), language))}</button></div> : null}
        </>
      )}
    </div>
  )
}
