/** Which columns to show, in which order. */
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { companyFieldsOfTable, isCompanyKey } from '../../domain/companyFields'
import { NUMBER_FIELDS, TEXT_FIELDS } from '../../metrics/columnDescriptions'
import type { ColumnField } from '../../metrics/columnMeaning'
import { columnLabel } from '../../panels/filterInWords'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/LanguageContext'
import { useCompanyFields } from '../../panels/useCompanyFields'

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
  const { t } = useText()
  const company = companyFieldsOfTable(useCompanyFields(), 'failures')
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
          <ColumnItem
            key={field}
            field={field}
            isShown
            onTick={() => setChosen(chosen.filter((other) => other !== field))}
          >
            <MoveButton field={field} arrow="↑" isDisabled={at === 0} onMove={() => move(at, -1)} />
            <MoveButton field={field} arrow="↓" isDisabled={at === chosen.length - 1} onMove={() => move(at, 1)} />
          </ColumnItem>
        ))}
        {[...OFFERED, ...Object.keys(company).filter(isCompanyKey)]
          .filter((field) => !chosen.includes(field))
          .map((field) => (
            <ColumnItem key={field} field={field} isShown={false} onTick={() => setChosen([...chosen, field])} />
          ))}
      </ul>
    </Dialog>
  )
}

interface ItemProps {
  readonly field: ColumnField
  readonly isShown: boolean
  readonly onTick: () => void
  readonly children?: ReactNode
}

function ColumnItem({ field, isShown, onTick, children }: ItemProps) {
  const { language } = useText()
  const company = companyFieldsOfTable(useCompanyFields(), 'failures')
  return (
    <li>
      <label>
        <input type="checkbox" checked={isShown} onChange={onTick} />
        <span className="grow">{columnLabel(field, language, company)}</span>
      </label>
      {children}
    </li>
  )
}

const ARROWS = { '↑': ArrowUp, '↓': ArrowDown } as const

interface MoveProps {
  readonly field: ColumnField
  readonly arrow: keyof typeof ARROWS
  readonly isDisabled: boolean
  readonly onMove: () => void
}

function MoveButton({ field, arrow, isDisabled, onMove }: MoveProps) {
  const { language } = useText()
  const company = companyFieldsOfTable(useCompanyFields(), 'failures')
  const Icon = ARROWS[arrow]
  return (
    <button
      type="button"
      className="button quiet icon"
      disabled={isDisabled}
      aria-label={`${arrow} ${columnLabel(field, language, company)}`}
      onClick={onMove}
    >
      <Icon size={14} aria-hidden />
    </button>
  )
}
