/** The head of the template editor: back, undo, save or why not, and what became of an old .xls. */
import { ArrowLeft, Undo2 } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { boundCount } from '../../exchange/write/templates/editBinding'
import { wordsOfTemplates, type TemplateWords } from '../../i18n/templateWords'
import { useText } from '../../ui/LanguageContext'
import type { OpenedTemplate } from '../../workers/ownTemplates'
import type { TemplateDraft } from './useTemplateDraft'

type Losses = NonNullable<OpenedTemplate['losses']>

const conversionNote = (losses: Losses, w: TemplateWords): string =>
  losses.length === 0
    ? w.templateConverted
    : losses.includes('all-looks')
      ? w.templateConvertedOld
      : w.templateConvertedBut(losses)

interface Props {
  readonly draft: TemplateDraft
  readonly losses: OpenedTemplate['losses']
  readonly onBack: () => void
  readonly children: ReactNode
}

export function TemplateHead({ draft, losses, onBack, children }: Props) {
  const { t, language } = useText()
  const w = wordsOfTemplates(language)
  const id = useId()
  const { name, binding, back, isChanged, isPending, save } = draft
  const refusal =
    name.trim() === '' ? w.templateNeedsName : boundCount(binding) === 0 ? w.templateNeedsCells : undefined
  return (
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
            disabled={refusal !== undefined || !isChanged || isPending}
            title={refusal ?? (isPending ? t.commandPending : undefined)}
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
      {losses === null ? null : (
        <p className={losses.length === 0 ? 'note' : 'note warn'} role="note">
          {conversionNote(losses, w)}
        </p>
      )}
      {children}
    </header>
  )
}
