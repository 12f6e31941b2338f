/** The sheet of a template beside what may be bound: proposals of its words, and the field of the chosen cell. */
import { useMemo } from 'react'
import { columnLetter } from '../../exchange/open/columnLetter'
import {
  accepted,
  bindCell,
  boundField,
  isFirstLine,
  linesAt,
  stillProposed,
} from '../../exchange/write/templates/editBinding'
import { proposeBinding } from '../../exchange/write/templates/proposeBinding'
import { placeOf } from '../../exchange/write/templates/sheetRows'
import type { SheetView } from '../../exchange/write/templates/sheetView'
import type { TemplateBinding } from '../../exchange/write/templates/templateBinding'
import { wordsOfTemplates } from '../../i18n/templateWords'
import { useText } from '../../ui/LanguageContext'
import { CellPanel } from './CellPanel'
import { ProposalPanel } from './ProposalPanel'
import { SheetGrid } from './SheetGrid'
import { rowsOfLines, sheetMarks } from './sheetMarks'
import type { TemplateDraft } from './useTemplateDraft'
import { companyFieldsOfTable } from '../../domain/companyFields'
import { useCompanyFields } from '../../panels/useCompanyFields'

/** A cell of a line further down stands for the one of the first line. */
function inFirstLine(binding: TemplateBinding, address: string): string {
  const [column, row] = placeOf(address)
  const lines = linesAt(binding, row)
  if (lines === undefined || isFirstLine(lines, row)) return address
  return `${columnLetter(column)}${lines.firstRow + ((row - lines.firstRow) % (lines.rowsPerLine ?? 1))}`
}

interface Props {
  readonly view: SheetView
  readonly draft: TemplateDraft
  readonly chosen: string | null
  readonly onChoose: (address: string) => void
}

export function TemplateWork({ view, draft, chosen, onChoose }: Props) {
  const { language } = useText()
  const company = companyFieldsOfTable(useCompanyFields(), 'failures')
  const w = wordsOfTemplates(language)
  const { binding, kind, change } = draft
  const proposed = useMemo(() => proposeBinding(view, kind, company), [view, kind, company])
  const open = useMemo(() => stillProposed(binding, proposed), [binding, proposed])
  const marks = useMemo(
    () => sheetMarks(binding, open, kind, language, company),
    [binding, open, kind, language, company],
  )
  const lineRows = useMemo(() => rowsOfLines(binding), [binding])
  const choose = (address: string): void => onChoose(inFirstLine(binding, address))
  return (
    <div className="template-work">
      <div className="stack template-sheet">
        <SheetGrid view={view} chosen={chosen} marks={marks} lineRows={lineRows} onChoose={choose} />
        {view.rowsLeftOut > 0 || view.columnsLeftOut > 0 ? (
          <p className="small muted">{w.templateLeftOut(view.rowsLeftOut, view.columnsLeftOut)}</p>
        ) : null}
      </div>
      <div className="stack template-side">
        <ProposalPanel open={open} kind={kind} onAccept={(some) => change(accepted(binding, some))} onShow={choose} />
        <CellPanel
          binding={binding}
          kind={kind}
          chosen={chosen}
          text={view.cells.find((cell) => `${columnLetter(cell.column)}${cell.row}` === chosen)?.text ?? ''}
          onChange={change}
          onBind={(field) => {
            if (chosen !== null) change(bindCell(binding, chosen, field))
          }}
          field={chosen === null ? undefined : boundField(binding, chosen)}
          onShow={choose}
        />
      </div>
    </div>
  )
}
