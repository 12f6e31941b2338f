/** Rows about failures that are there already: repeated in the files, or stored and now told otherwise. */
import { Fragment, useState } from 'react'
import { failureFields, type Failure } from '../../domain/records/failure'
import type { SheetOverride } from '../../exchange/tables/parsedSheet'
import { formatCount } from '../../i18n/format'
import { useFieldText } from '../../panels/FailureFacts'
import { useEngine } from '../../panels/useEngine'
import type { ChangedFailure, Preview } from '../../workers/importAnswers'
import { useText } from '../../ui/LanguageContext'
import { TableHead } from '../../ui/TableHead'
import { BothSides } from './BothSides'
import { TakeBox } from './TakeBox'

interface Props {
  readonly preview: Preview
  readonly onTake: (id: string | null, field: string | null, isTaken: boolean) => void
  readonly onDecide: (file: number, sheet: string, decision: SheetOverride) => Promise<void>
}

const STEP = 20
const MORE = 5 * STEP

/** Says that a row tells of a failure of its own. */
type SetApart = (file: number, sheet: string, row: number) => void

export function KnownFailuresPanel({ preview, onTake, onDecide }: Props) {
  const [shown, setShown] = useState(STEP)
  const more = (): void => setShown(shown + MORE)
  const apart: SetApart = (file, sheet, row) => void onDecide(file, sheet, { apart: [row] })
  return (
    <>
      <ChangedFailures preview={preview} shown={shown} onMore={more} onApart={apart} onTake={onTake} />
      <RepeatedRows preview={preview} shown={shown} onMore={more} onApart={apart} />
    </>
  )
}

interface ListProps {
  readonly preview: Preview
  /** How many lines of the list. */
  readonly shown: number
  readonly onMore: () => void
  readonly onApart: SetApart
}

/** Failures that are stored already; where the files tell otherwise, field by field. */
function ChangedFailures({ preview, shown, onMore, onApart, onTake }: ListProps & Pick<Props, 'onTake'>) {
  const { t, language } = useText()
  const { changed, same } = preview.plan
  if (changed.length + same === 0) return null
  const count = (value: number): string => formatCount(value, language)
  return (
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
          <TakeAll changed={changed} onTake={onTake} />
          <div className="scroll-x">
            <table className="table changed-table">
              <TableHead columns={[t.againField, t.againBefore, t.againNow, t.againUpdate]} />
              <tbody>
                {changed.slice(0, shown).map((one) => (
                  <Changed
                    key={one.id}
                    changed={one}
                    onTake={onTake}
                    onApart={() => onApart(one.file, one.sheet, one.row)}
                  />
                ))}
              </tbody>
            </table>
          </div>
          <More all={changed.length} shown={shown} onMore={onMore} />
        </>
      )}
    </section>
  )
}

function TakeAll({ changed, onTake }: Pick<Props, 'onTake'> & { readonly changed: readonly ChangedFailure[] }) {
  const { t, language } = useText()
  const taken = changed.reduce((sum, one) => sum + one.taken.length, 0)
  return (
    <div className="row">
      <button type="button" className="button" onClick={() => onTake(null, null, true)}>
        {t.againTakeAll}
      </button>
      <button type="button" className="button" onClick={() => onTake(null, null, false)}>
        {t.againTakeNone}
      </button>
      <span className="small" role="status">
        {t.againTaken(formatCount(taken, language))}
      </span>
    </div>
  )
}

/** Rows of the files that tell of the same failure twice. */
function RepeatedRows({ preview, shown, onMore, onApart }: ListProps) {
  const { t, language } = useText()
  const repeated = preview.plan.duplicates.filter(({ kind }) => kind !== 'in-database')
  if (repeated.length === 0) return null
  return (
    <section className="card card-pad stack">
      <div className="spread">
        <h3>{t.duplicatesTitle}</h3>
        <span className="chip">{formatCount(repeated.length, language)}</span>
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
                onClick={() => onApart(file, sheet, row)}
              >
                {t.againApart}
              </button>
            </span>
          </li>
        ))}
      </ul>
      <More all={repeated.length} shown={shown} onMore={onMore} />
    </section>
  )
}

interface MoreProps extends Pick<ListProps, 'shown' | 'onMore'> {
  readonly all: number
}

function More({ all, shown, onMore }: MoreProps) {
  const { t, language } = useText()
  if (all <= shown) return null
  return (
    <div>
      <button type="button" className="button" onClick={onMore}>
        {t.importMore(formatCount(Math.min(MORE, all - shown), language))}
      </button>
    </div>
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
