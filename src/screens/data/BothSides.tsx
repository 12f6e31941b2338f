/** A repeated row; opened, it stands beside the row that told of the failure first. */
import { useState } from 'react'
import { useText } from '../../ui/LanguageContext'
import type { BothRows, Preview } from '../../workers/importAnswers'
import { importer } from '../../workers/importClient'

interface Props {
  readonly preview: Preview
  readonly file: number
  readonly sheet: string
  readonly row: number
}

export function BothSides({ preview, file, sheet, row }: Props) {
  const { t } = useText()
  const [isOpen, setIsOpen] = useState(false)
  const [rows, setRows] = useState<BothRows | null>(null)
  const place = (at: number, of: string, number: number): string =>
    `${preview.files[at]?.name ?? ''} · ${t.againPlace(of, String(number))}`
  const title = place(file, sheet, row)
  return (
    <details
      className="both-sides"
      onToggle={(event) => {
        setIsOpen(event.currentTarget.open)
        if (event.currentTarget.open && rows === null) void importer().bothRows(file, sheet, row).then(setRows)
      }}
    >
      <summary>{title}</summary>
      {!isOpen ? null : rows === null ? (
        <div className="skeleton" style={{ height: 80 }} />
      ) : (
        // It scrolls sideways on a phone, so the keyboard must reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="scroll-x" role="region" aria-label={title} tabIndex={0}>
          <RowsBeside rows={rows} first={place(rows.first.file, rows.first.sheet, rows.first.row)} />
        </div>
      )}
    </details>
  )
}

/** @param first where the row stands that came first, in words */
function RowsBeside({ rows, first }: { readonly rows: BothRows; readonly first: string }) {
  const { t } = useText()
  return (
    <table className="table small">
      <thead>
        <tr>
          <th scope="col">{t.againField}</th>
          <th scope="col">{t.duplicateHere}</th>
          <th scope="col">{t.duplicateThere(first)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.lines.map(({ header, here, there }) => (
          <tr key={header} className={here === there ? undefined : 'differs'}>
            <th scope="row">
              {header}
              {here === there ? null : <span className="chip">≠ {t.duplicateDiffers}</span>}
            </th>
            <td>{here === '' ? t.againEmpty : here}</td>
            <td>{there === '' ? t.againEmpty : there}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
