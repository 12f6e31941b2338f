/** Says which cell of a workbook takes what: the sheet is drawn, a cell is chosen, then its field. */
import { ArrowLeft, Undo2 } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import { reportTemplateFields, type ReportTemplate } from '../../domain/records/reportTemplate'
import type { Json } from '../../domain/records/field'
import { columnLetter } from '../../exchange/open/columnLetter'
import {
  accepted,
  bindCell,
  boundCount,
  boundField,
  isFirstLine,
  linesAt,
  stillProposed,
} from '../../exchange/write/templates/editBinding'
import { likelyKind } from '../../exchange/write/templates/likelyKind'
import { proposeBinding } from '../../exchange/write/templates/proposeBinding'
import { placeOf } from '../../exchange/write/templates/sheetRows'
import { readBinding } from '../../exchange/write/templates/templateBinding'
import { fieldOf, isTemplateKind, type TemplateKind } from '../../exchange/write/templates/templateKinds'
import { LANGUAGES, type Language } from '../../i18n/translation'
import { wordsOfTemplates, type TemplateWords } from '../../i18n/templateWords'
import { usePerson } from '../../panels/usePerson'
import { undo } from '../../store/commit'
import { newId } from '../../store/newId'
import { saveTemplate } from '../../store/reportTemplates'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import { useUnsaved } from '../../ui/unsavedInput'
import type { OpenedTemplate } from '../../workers/ownTemplates'
import { CellPanel } from './CellPanel'
import { ProposalPanel } from './ProposalPanel'
import { SheetGrid, type CellMark } from './SheetGrid'
import { TemplatePreview } from './TemplatePreview'
import { useBinding } from './useBinding'

interface Props {
  readonly opened: OpenedTemplate
  readonly fileName: string
  /** Null for a workbook just dropped. */
  readonly start: (ReportTemplate & { readonly id: string }) | null
  readonly onBack: () => void
}

export function TemplateEditor({ opened, fileName, start, onBack }: Props) {
  const { t, language } = useText()
  const w = wordsOfTemplates(language)
  const person = usePerson()
  const toast = useToast()
  const id = useId()
  const firstSheet = opened.sheets.find(({ isHidden }) => !isHidden)?.name ?? opened.sheets[0]?.name ?? ''
  const [saved, setSaved] = useState(() => ({
    name: start?.name ?? fileName.replace(/\.xlsx?$/iu, ''),
    kind: isTemplateKind(start?.kind) ? start.kind : kindOf(opened, firstSheet),
    language: (start?.language ?? wordsOf(opened, firstSheet)) as Language,
    binding: readBinding(start?.binding) ?? { sheet: firstSheet, cells: [], lines: [] },
  }))
  const [record] = useState(() => start?.id ?? newId())
  const [isStored, setStored] = useState(start !== null)
  const [name, setName] = useState(saved.name)
  const [kind, setKind] = useState<TemplateKind>(saved.kind)
  const [filledIn, setFilledIn] = useState<Language>(saved.language)
  const { binding, change, back } = useBinding(saved.binding)
  const [chosen, setChosen] = useState<string | null>(null)
  const [isPreview, setPreview] = useState(false)
  const view = opened.sheets.find((sheet) => sheet.name === binding.sheet) ?? opened.sheets[0]
  const proposed = useMemo(
    () => (view === undefined ? { cells: [], lines: [] } : proposeBinding(view, kind)),
    [view, kind],
  )
  const open = useMemo(() => stillProposed(binding, proposed), [binding, proposed])
  const isChanged =
    !isStored ||
    name.trim() !== saved.name ||
    kind !== saved.kind ||
    filledIn !== saved.language ||
    JSON.stringify(binding) !== JSON.stringify(saved.binding)
  useUnsaved(isChanged)
  const refusal =
    name.trim() === '' ? w.templateNeedsName : boundCount(binding) === 0 ? w.templateNeedsCells : undefined

  const marks = useMemo(() => {
    const all = new Map<string, CellMark>()
    const words = (field: string, list?: string): string => fieldOf(kind, field, list)?.[language] ?? `${field}?`
    for (const { cell, field } of open.cells) all.set(cell, { words: words(field), kind: 'proposed' })
    for (const { columns, firstRow, list } of open.lines)
      for (const { column, field, down = 0 } of columns)
        all.set(`${column}${firstRow + down}`, { words: words(field, list), kind: 'proposed' })
    for (const { cell, field } of binding.cells) all.set(cell, { words: words(field), kind: 'bound' })
    for (const { columns, firstRow, list, preparedRows, rowsPerLine = 1 } of binding.lines)
      for (const { column, field, down = 0 } of columns)
        for (let row = firstRow + down; row < firstRow + preparedRows; row += rowsPerLine)
          all.set(`${column}${row}`, {
            words: row === firstRow + down ? words(field, list) : '″',
            kind: row === firstRow + down ? 'bound' : 'follows',
          })
    return all
  }, [binding, open, kind, language])
  const lineRows = useMemo(
    () =>
      new Set(
        binding.lines.flatMap(({ firstRow, preparedRows }) =>
          Array.from({ length: preparedRows }, (_, at) => firstRow + at),
        ),
      ),
    [binding],
  )
  // A cell of a line further down stands for the one of the first line.
  const choose = (address: string): void => {
    const [column, row] = placeOf(address)
    const lines = linesAt(binding, row)
    setChosen(
      lines === undefined || isFirstLine(lines, row)
        ? address
        : `${columnLetter(column)}${lines.firstRow + ((row - lines.firstRow) % (lines.rowsPerLine ?? 1))}`,
    )
  }
  // What is typed while a save is under way stays in its box and waits for the next one.
  const save = async (): Promise<void> => {
    const now = { name: name.trim(), kind, language: filledIn, binding }
    const done = await saveTemplate(
      {
        ...now,
        id: record,
        fileName,
        bytes: opened.bytes.slice().buffer as ArrayBuffer,
        binding: binding as unknown as Json,
      },
      person,
    )
    setSaved(now)
    setStored(true)
    toast(
      w.templateSaved(now.name),
      done === null
        ? undefined
        : { label: t.undo, run: () => void undo(done.id, person, t.undoAtOnce).then(() => setStored(false)) },
    )
  }

  return (
    <div className="page template-page">
      <header className="stack">
        <div className="spread">
          <button type="button" className="button quiet" onClick={onBack}>
            <ArrowLeft size={16} aria-hidden />
            {w.templateBack}
          </button>
          <span className="row">
            <button
              type="button"
              className="button"
              disabled={back === null}
              title={w.templateUndo}
              onClick={() => back?.()}
            >
              <Undo2 size={15} aria-hidden />
              {w.templateUndo}
            </button>
            <button
              type="button"
              className="button primary"
              disabled={refusal !== undefined || !isChanged}
              title={refusal}
              aria-describedby={refusal === undefined ? undefined : `${id}-why`}
              onClick={() => void save()}
            >
              {w.templateSave}
            </button>
          </span>
        </div>
        <h1>{name.trim() === '' ? t.templates : name}</h1>
        {refusal === undefined ? null : (
          <p id={`${id}-why`} className="small muted">
            {refusal}
          </p>
        )}
        {opened.losses === null ? null : (
          <p className={opened.losses.length === 0 ? 'note' : 'note warn'} role="note">
            {conversionNote(opened.losses, w)}
          </p>
        )}
        <div className="template-facts">
          <label className="field">
            <span className="field-label">{w.templateName}</span>
            <input className="input" value={name} onChange={(event) => setName(event.target.value)} />
          </label>
          <label className="field">
            <span className="field-label">{w.templateKind}</span>
            <select
              className="input"
              value={kind}
              onChange={(event) => {
                if (isTemplateKind(event.target.value)) {
                  setKind(event.target.value)
                  change(ofKind(binding, event.target.value))
                }
              }}
            >
              {reportTemplateFields.kind.choices?.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice[language]}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span className="field-label">{w.templateLanguage}</span>
            <select
              className="input"
              value={filledIn}
              onChange={(event) => setFilledIn(event.target.value as Language)}
            >
              {LANGUAGES.map((known) => (
                <option key={known} value={known}>
                  {known === 'zh' ? '中文' : 'English'}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span className="field-label">{w.templateSheet}</span>
            <select
              className="input"
              value={binding.sheet}
              onChange={(event) => {
                setChosen(null)
                change({ sheet: event.target.value, cells: [], lines: [] })
              }}
            >
              {opened.sheets.map((sheet) => (
                <option key={sheet.name} value={sheet.name}>
                  {sheet.name}
                  {sheet.isHidden ? ` (${w.templateHidden})` : ''}
                </option>
              ))}
            </select>
          </label>
        </div>
      </header>
      <div className="spread">
        <div className="row" role="group" aria-label={w.templatePreview}>
          <button type="button" className="button" aria-pressed={!isPreview} onClick={() => setPreview(false)}>
            {w.templateBind}
          </button>
          <button type="button" className="button" aria-pressed={isPreview} onClick={() => setPreview(true)}>
            {w.templatePreview}
          </button>
        </div>
        <span className="small muted" role="status">
          {w.templateBound(boundCount(binding))}
          {binding.lines.length === 0 ? '' : ` · ${w.templateLines(binding.lines.length)}`}
        </span>
      </div>
      {view === undefined ? null : isPreview ? (
        <TemplatePreview bytes={opened.bytes} binding={binding} kind={kind} language={filledIn} />
      ) : (
        <div className="template-work">
          <div className="stack template-sheet">
            <SheetGrid view={view} chosen={chosen} marks={marks} lineRows={lineRows} onChoose={choose} />
            {view.rowsLeftOut > 0 || view.columnsLeftOut > 0 ? (
              <p className="small muted">{w.templateLeftOut(view.rowsLeftOut, view.columnsLeftOut)}</p>
            ) : null}
          </div>
          <div className="stack template-side">
            <ProposalPanel
              open={open}
              kind={kind}
              onAccept={(some) => change(accepted(binding, some))}
              onShow={choose}
            />
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
      )}
    </div>
  )
}

/** A form printed in Chinese offers Chinese words to tick. */
const conversionNote = (losses: NonNullable<OpenedTemplate['losses']>, w: TemplateWords): string =>
  losses.length === 0
    ? w.templateConverted
    : losses.includes('all-looks')
      ? w.templateConvertedOld
      : w.templateConvertedBut(losses)

const wordsOf = (opened: OpenedTemplate, sheet: string): Language =>
  opened.sheets.find(({ name }) => name === sheet)?.cells.some(({ text }) => /[\u4e00-\u9fff]/u.test(text)) === true
    ? 'zh'
    : 'en'

function kindOf(opened: OpenedTemplate, sheet: string): TemplateKind {
  const view = opened.sheets.find(({ name }) => name === sheet)
  return view === undefined ? 'failure-report' : likelyKind(view)
}

/** What another kind has no field for is bound no more. */
function ofKind(binding: ReturnType<typeof useBinding>['binding'], kind: TemplateKind): typeof binding {
  return {
    ...binding,
    cells: binding.cells.filter(({ field }) => fieldOf(kind, field) !== undefined),
    lines: binding.lines
      .map((lines) => ({
        ...lines,
        columns: lines.columns.filter(({ field }) => fieldOf(kind, field, lines.list) !== undefined),
      }))
      .filter(({ columns }) => columns.length > 0),
  }
}
