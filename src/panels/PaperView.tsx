/** A document as it comes out of the printer: A4, black on white, whatever the theme of the screen; also as a workbook. */
import { FileSpreadsheet, Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { hasNothing, type Paper, type PaperSection } from '../exchange/write/papers/paper'
import { formatMoment, localMoment } from '../i18n/format'
import { useText } from '../ui/LanguageContext'
import { ScrollX } from '../ui/ScrollX'
import { saveFile } from '../ui/saveFile'
import { useToast } from '../ui/Toasts'
import { exporter } from '../workers/exportClient'
import { reasonInWords } from './reasonInWords'
import './paper.css'

export function PaperView({ paper, back }: { readonly paper: Paper; readonly back: ReactNode }) {
  const { t, language } = useText()
  const toast = useToast()
  const exportIt = async (): Promise<void> => {
    try {
      const generatedAt = localMoment()
      const bytes = await exporter().paper(paper, { language, generatedAt, build: __BUILD__ })
      const name = `${paper.title}_${paper.no === '' ? generatedAt.slice(0, 10) : paper.no}.xlsx`.replace(
        /[\\/:*?"<>|]/gu,
        '-',
      )
      saveFile(bytes, name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      toast(t.templateExported(paper.title))
    } catch (error) {
      toast(t.exportFailed(reasonInWords(error, t)))
    }
  }
  return (
    <div className={paper.landscape === true ? 'paper-page is-landscape' : 'paper-page'}>
      <div className="row no-print">
        {back}
        <button type="button" className="button primary" onClick={() => window.print()}>
          <Printer size={15} aria-hidden />
          {t.paperPrint}
        </button>
        <button type="button" className="button" onClick={() => void exportIt()}>
          <FileSpreadsheet size={15} aria-hidden />
          {t.paperExcel}
        </button>
      </div>
      <article className="form-paper">
        <header>
          <h1>{paper.title}</h1>
          <p>{paper.subtitle}</p>
        </header>
        {paper.sections.map((section, at) => (
          // Sections of one heading may follow each other; their place tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <Section key={at} section={section} />
        ))}
        {paper.signatures === undefined ? null : (
          <footer className="paper-signatures">
            {paper.signatures.map((who) => (
              <div key={who}>
                <span>{who}</span>
                <span className="paper-line" />
                <span>{t.paperDate}</span>
                <span className="paper-line" />
              </div>
            ))}
          </footer>
        )}
        <p className="paper-made">{t.paperMade(formatMoment(localMoment()), __BUILD__)}</p>
      </article>
    </div>
  )
}

function Section({ section }: { readonly section: PaperSection }) {
  const { heading, facts = [], lines = [], table, none } = section
  return (
    <section>
      {heading === '' ? null : <h2>{heading}</h2>}
      {hasNothing(section) && none !== undefined ? <p className="paper-none">{none}</p> : null}
      {facts.length === 0 ? null : (
        <dl>
          {facts.map(([label, value]) => (
            <div key={label} className={value.length > 24 ? 'is-wide' : ''}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {lines.length === 0 ? null : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {table === undefined || table.rows.length === 0 ? null : (
        <ScrollX className="paper-scroll" label={heading === '' ? (table.columns[0]?.label ?? '') : heading}>
          <table>
            <thead>
              <tr>
                {table.columns.map(({ label, width }) => (
                  <th
                    key={label}
                    scope="col"
                    style={{
                      width: `${(width / table.columns.reduce((sum, column) => sum + column.width, 0)) * 100}%`,
                    }}
                  >
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, at) => (
                // Rows may repeat; their place tells them apart.
                // oxlint-disable-next-line react/no-array-index-key
                <tr key={at}>
                  {table.columns.map(({ label }, column) => (
                    <td key={label}>{row[column]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollX>
      )}
    </section>
  )
}
