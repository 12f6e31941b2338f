/** Rows about failures that are there already: repeated in the files, or stored and now told otherwise. */
import { Fragment, useState } from 'react'
import { failureFields, type Failure } from '../../domain/records/failure'
import type { SheetOverride } from '../../exchange/tables/parsedSheet'
import { formatCount } from '../../i18n/format'
import { useFieldText } from '../../panels/FailureFacts'
import { useEngine } from '../../panels/useEngine'
import { importer } from '../../workers/importClient'
import type { BothRows, ChangedFailure, Preview } from '../../workers/importAnswers'
import { useText } from '../../ui/LanguageContext'
import { TakeBox } from './TakeBox'

interface Props {
  readonly preview: Preview
  readonly onTake: (id: string | null, field: string | null, isTaken: boolean) => void
  readonly onDecide: (file: number, sheet: string, decision: SheetOverride) => Promise<void>
}

const STEP = 20

export function KnownFailuresPanel({ preview, onTake, onDecide }: Props) {
  const { t, language } = useText()
  const [shown, setShown] = useState(STEP)
  const { changed, same, duplicates } = preview.plan
  const taken = changed.reduce((sum, one) => sum + one.taken.length, 0)
  const repeated = duplicates.filter(({ kind }) => kind !== 'in-database')
  const apart = (file: number, sheet: string, row: number): void => void onDecide(file, sheet, { apart: [row] })
  const count = (value: number): string => formatCount(value, language)
  return (
    <>
      {changed.length + same === 0 ? null : (
        <section className="card card-pad stack">
          <div className="spread">
            <h3>{t.againTitle}</h3>
            <span className="row">
              <span className="chip">{t.againSame(count(same))}</span>
              <span className="chip">{t.againChanged(count(changed.length))}</span>
            </span>
          </div>
          <p className="small muted">{t.againWhy}</p>
          {changed.length === 0 ? null : (
            <>
              <div className="row">
                <button type="button" className="button" onClick={() => onTake(null, null, true)}>
                  {t.againTakeAll}
                </button>
                <button type="button" className="button" onClick={() => onTake(null, null, false)}>
                  {t.againTakeNone}
                </button>
                <span className="small" role="status">
                  {t.againTaken(count(taken))}
                </span>
              </div>
              <div className="scroll-x">
                <table className="table changed-table">
                  <thead>
                    <tr>
                      <th scope="col">{t.againField}</th>
                      <th scope="col">{t.againBefore}</th>
                      <th scope="col">{t.againNow}</th>
                      <th scope="col">{t.againUpdate}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {changed.slice(0, shown).map((one) => (
                      <Changed
                        key={one.id}
                        changed={one}
                        onTake={onTake}
                        onApart={() => apart(one.file, one.sheet, one.row)}
                      />
                    ))}
                  </tbody>
                </table>
              </div>
              {changed.length > shown ? (
                <div>
                  <button type="button" className="button" onClick={() => setShown(shown + 5 * STEP)}>
                    {t.importMore(count(Math.min(5 * STEP, changed.length - shown)))}
                  </button>
                </div>
              ) : null}
            </>
          )}
        </section>
      )}
      {repeated.length === 0 ? null : (
        <section className="card card-pad stack">
          <div className="spread">
            <h3>{t.duplicatesTitle}</h3>
            <span className="chip">{count(repeated.length)}</span>
          </div>
          <p className="small muted">{t.duplicatesWhy}</p>
          <ul className="unknown-words">
            {repeated.slice(0, shown).map(({ file, sheet, row, of }) => (
              <li key={`${file}|${sheet}|${row}`}>
                <BothSides preview={preview} file={file} sheet={sheet} row={row} />
                <span className="row">
                  <span className="muted">{t.duplicateOf(of)}</span>
                  <button
                    type="button"
                    className="button quiet"
                    aria-label={`${t.againPlace(sheet, String(row))}${t.colon}${t.againApart}`}
                    onClick={() => apart(file, sheet, row)}
                  >
                    {t.againApart}
                  </button>
                </span>
              </li>
            ))}
          </ul>
          {repeated.length > shown ? (
            <div>
              <button type="button" className="button" onClick={() => setShown(shown + 5 * STEP)}>
                {t.importMore(count(Math.min(5 * STEP, repeated.length - shown)))}
              </button>
            </div>
          ) : null}
        </section>
      )}
    </>
  )
}

/** A repeated row; opened, it stands beside the row that told of the failure first. */
function BothSides({
  preview,
  file,
  sheet,
  row,
}: {
  readonly preview: Preview
  readonly file: number
  readonly sheet: string
  readonly row: number
}) {
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
          <table className="table small">
            <thead>
              <tr>
                <th scope="col">{t.againField}</th>
                <th scope="col">{t.duplicateHere}</th>
                <th scope="col">{t.duplicateThere(place(rows.first.file, rows.first.sheet, rows.first.row))}</th>
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
        </div>
      )}
    </details>
  )
}

function Changed({
  changed: { id, no, sheet, row, differences, taken },
  onTake,
  onApart,
}: {
  readonly changed: ChangedFailure
  readonly onTake: Props['onTake']
  readonly onApart: () => void
}) {
  const { t, language } = useText()
  const fieldText = useFieldText()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const words = (field: keyof Failure, value: unknown): string =>
    fieldText(failureFields[field], value, names ?? {}) || t.againEmpty
  return (
    <Fragment>
      <tr className="changed-head">
        <th scope="rowgroup" colSpan={4}>
          <strong>{no === '' ? id : no}</strong> <span className="muted small">{t.againPlace(sheet, String(row))}</span>{' '}
          <button type="button" className="button quiet" onClick={onApart}>
            {t.againApart}
          </button>
        </th>
      </tr>
      {differences.map(({ field, before, now, newName }) => (
        <tr key={field}>
          <td>{failureFields[field][language]}</td>
          <td>{words(field, before)}</td>
          <td>
            <strong>{newName ?? words(field, now)}</strong>
          </td>
          <td>
            <label className="row small">
              <TakeBox isTaken={taken.includes(field)} onTake={(isTaken) => onTake(id, field, isTaken)} />
              {t.againUpdate}
              <span className="visually-hidden">
                {' '}
                {no} {failureFields[field][language]}
              </span>
            </label>
          </td>
        </tr>
      ))}
    </Fragment>
  )
}
