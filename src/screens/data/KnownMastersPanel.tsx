/** Trains, parts and places that are there already: what lists fill, and what they say otherwise, old beside new. */
import { Fragment, useState } from 'react'
import type { Field } from '../../domain/records/field'
import { FIELDS_OF_TABLE } from '../../domain/records/tables'
import { formatCount } from '../../i18n/format'
import { useFieldText } from '../../panels/FailureFacts'
import { useEngine } from '../../panels/useEngine'
import { useText } from '../../ui/LanguageContext'
import { TableHead } from '../../ui/TableHead'
import type { ChangedMaster, MasterDifference, Preview } from '../../workers/importAnswers'
import { TakeBox } from './TakeBox'

interface Props {
  readonly preview: Preview
  readonly onTake: (key: string | null, field: string | null, isTaken: boolean) => void
}

const STEP = 20

export function KnownMastersPanel({ preview, onTake }: Props) {
  const { t, language } = useText()
  const [shown, setShown] = useState(STEP)
  const { masters, filled } = preview.plan
  if (masters.length === 0) return null
  const differing = masters.filter(({ differences }) => differences.length > 0)
  const others = masters.filter(({ differences }) => differences.length === 0)
  const all = [...differing, ...others]
  const count = (value: number): string => formatCount(value, language)
  return (
    <section className="card card-pad stack">
      <div className="spread">
        <h3>{t.mastersTitle}</h3>
        <span className="row">
          <span className="chip">{t.mastersFilled(count(filled))}</span>
          <span className="chip">{t.mastersDiffering(count(differing.length))}</span>
        </span>
      </div>
      <p className="small muted">{t.mastersWhy}</p>
      {differing.length === 0 ? null : (
        <div className="row">
          <button type="button" className="button" onClick={() => onTake(null, null, true)}>
            {t.againTakeAll}
          </button>
          <button type="button" className="button" onClick={() => onTake(null, null, false)}>
            {t.againTakeNone}
          </button>
        </div>
      )}
      <div className="scroll-x">
        <table className="table changed-table">
          <TableHead columns={[t.againField, t.againBefore, t.againNow, t.againUpdate]} />
          <tbody>
            {all.slice(0, shown).map((one) => (
              <Master key={one.key} master={one} onTake={(field, isTaken) => onTake(one.key, field, isTaken)} />
            ))}
          </tbody>
        </table>
      </div>
      {all.length > shown ? (
        <div>
          <button type="button" className="button" onClick={() => setShown(shown + 5 * STEP)}>
            {t.importMore(count(Math.min(5 * STEP, all.length - shown)))}
          </button>
        </div>
      ) : null}
    </section>
  )
}

function Master({
  master: { table, name, sheet, row, filled, differences, taken },
  onTake,
}: {
  readonly master: ChangedMaster
  readonly onTake: (field: string, isTaken: boolean) => void
}) {
  const { t, language } = useText()
  const fieldText = useFieldText()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const fieldOf = (field: string): Field | undefined => FIELDS_OF_TABLE[table][field]
  const words = (field: string, value: unknown): string => {
    const described = fieldOf(field)
    return (described === undefined ? String(value ?? '') : fieldText(described, value, names ?? {})) || t.againEmpty
  }
  const said = ({ field, now, newName }: MasterDifference): string => newName ?? words(field, now)
  return (
    <Fragment>
      <tr className="changed-head">
        <th scope="rowgroup" colSpan={4}>
          {t.tableName(table)} <strong>{name}</strong>{' '}
          <span className="muted small">{t.againPlace(sheet, String(row))}</span>
        </th>
      </tr>
      {[...differences, ...filled].map((one) => (
        <tr key={`${one.field}|${one.before === null}`}>
          <td>{fieldOf(one.field)?.[language] ?? one.field}</td>
          <td>{words(one.field, one.before)}</td>
          <td>
            <strong>{said(one)}</strong>
          </td>
          <td>
            {one.before === null ? (
              <span className="small">{t.mastersFills}</span>
            ) : (
              <label className="row small">
                <TakeBox isTaken={taken.includes(one.field)} onTake={(isTaken) => onTake(one.field, isTaken)} />
                {t.againUpdate}
                <span className="visually-hidden">
                  {' '}
                  {name} {fieldOf(one.field)?.[language] ?? one.field}
                </span>
              </label>
            )}
          </td>
        </tr>
      ))}
    </Fragment>
  )
}
