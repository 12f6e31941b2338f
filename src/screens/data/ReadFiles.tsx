/** Every file that was read, with its sheets; many are folded away behind one line, and those that were refused say why. */
import type { ReactNode } from 'react'
import type { SheetOverride } from '../../exchange/tables/parsedSheet'
import { problemSentence } from '../../exchange/write/problemSentences'
import { formatCount } from '../../i18n/format'
import { useText } from '../../ui/LanguageContext'
import type { Preview } from '../../workers/importAnswers'
import { ReadFile } from './ReadFile'

/** More files than this are folded away behind one line. */
const MOST_OPEN_FILES = 4

function Folded({
  isFolded,
  summary,
  children,
}: {
  readonly isFolded: boolean
  readonly summary: string
  readonly children: ReactNode
}) {
  return isFolded ? (
    <details className="unused-sheets">
      <summary>{summary}</summary>
      <div className="stack">{children}</div>
    </details>
  ) : (
    <>{children}</>
  )
}

interface Props {
  readonly files: Preview['files']
  readonly onDecide: (file: number, sheet: string, decision: SheetOverride) => void
}

export function ReadFiles({ files, onDecide }: Props) {
  const { t, language } = useText()
  const isMany = files.length > MOST_OPEN_FILES
  return (
    <>
      {files.map((file) =>
        file.ok ? null : (
          <p key={file.at} className="note alarm" role="alert">
            <strong>{file.name}</strong> {t.importRefused}
            {t.colon}
            {problemSentence(file.problem, language)}
          </p>
        ),
      )}
      {isMany ? <FilesSummary files={files} /> : null}
      <Folded isFolded={isMany} summary={t.importSheets}>
        {files.map((file) =>
          file.ok ? (
            <ReadFile key={file.at} file={file} onDecide={(sheet, decision) => onDecide(file.at, sheet, decision)} />
          ) : null,
        )}
      </Folded>
    </>
  )
}

function FilesSummary({ files }: Pick<Props, 'files'>) {
  const { t, language } = useText()
  const sheets = files.reduce(
    (sum, file) => sum + (file.ok ? file.sheets.filter(({ records }) => records > 0).length : 0),
    0,
  )
  return (
    <p>
      {t.filesSummary(
        formatCount(files.length, language),
        formatCount(sheets, language),
        formatCount(files.filter(({ ok }) => !ok).length, language),
      )}
    </p>
  )
}
