/** Which columns to show, in which order. */
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { NUMBER_FIELDS, TEXT_FIELDS } from '../../metrics/columnDescriptions'
import type { ColumnField } from '../../metrics/columnMeaning'
import { columnLabel } from '../../panels/filterInWords'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/LanguageContext'

const OFFERED: readonly ColumnField[] = [
  ...TEXT_FIELDS.filter((field) => field !== 'problemId'),
  ...NUMBER_FIELDS.filter((field) => field !== 'occurredDay'),
]

export function ColumnDialog({
  fields,
  defaults,
  onApply,
  onClose,
}: {
  readonly fields: readonly ColumnField[]
  readonly defaults: readonly ColumnField[]
  readonly onApply: (fields: readonly ColumnField[]) => void
  readonly onClose: () => void
}) {
  const { t, language } = useText()
  const [chosen, setChosen] = useState<readonly ColumnField[]>(fields)
  const move = (at: number, by: number): void => {
    const next = [...chosen]
    const [taken] = next.splice(at, 1)
    if (taken !== undefined) next.splice(at + by, 0, taken)
    setChosen(next)
  }
  return (
    <Dialog
      title={t.columnsChoose}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={() => setChosen(defaults)}>
            {t.columnsReset}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={chosen.length === 0}
            onClick={() => onApply(chosen)}
          >
            {t.apply}
          </button>
        </>
      }
    >
      <ul className="option-list">
        {chosen.map((field, at) => (
          <li key={field}>
            <label>
              <input type="checkbox" checked onChange={() => setChosen(chosen.filter((other) => other !== field))} />
              <span className="grow">{columnLabel(field, language)}</span>
            </label>
            <button
              type="button"
              className="button quiet icon"
              disabled={at === 0}
              aria-label={`↑ ${columnLabel(field, language)}`}
              onClick={() => move(at, -1)}
            >
              <ArrowUp size={14} aria-hidden />
            </button>
            <button
              type="button"
              className="button quiet icon"
              disabled={at === chosen.length - 1}
              aria-label={`↓ ${columnLabel(field, language)}`}
              onClick={() => move(at, 1)}
            >
              <ArrowDown size={14} aria-hidden />
            </button>
          </li>
        ))}
        {OFFERED.filter((field) => !chosen.includes(field)).map((field) => (
          <li key={field}>
            <label>
              <input type="checkbox" checked={false} onChange={() => setChosen([...chosen, field])} />
              <span className="grow">{columnLabel(field, language)}</span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
