/** Says which cell of a workbook takes what: the sheet is drawn, a cell is chosen, then its field. */
import { useState } from 'react'
import { boundCount } from '../../exchange/write/templates/editBinding'
import { wordsOfTemplates } from '../../i18n/templateWords'
import { useText } from '../../ui/LanguageContext'
import { TemplateFacts } from './TemplateFacts'
import { TemplateHead } from './TemplateHead'
import { TemplatePreview } from './TemplatePreview'
import { TemplateWork } from './TemplateWork'
import { useTemplateDraft, type EditedTemplate } from './useTemplateDraft'

interface Props extends EditedTemplate {
  readonly onBack: () => void
}

export function TemplateEditor({ onBack, ...edited }: Props) {
  const { opened } = edited
  const { language } = useText()
  const w = wordsOfTemplates(language)
  const draft = useTemplateDraft(edited)
  const { binding, kind, filledIn, change } = draft
  const [chosen, setChosen] = useState<string | null>(null)
  const [isPreview, setPreview] = useState(false)
  const view = opened.sheets.find((sheet) => sheet.name === binding.sheet) ?? opened.sheets[0]
  return (
    <div className="page template-page">
      <TemplateHead draft={draft} losses={opened.losses} onBack={onBack}>
        <TemplateFacts
          draft={draft}
          sheets={opened.sheets}
          onSheet={(sheet) => {
            setChosen(null)
            change({ sheet, cells: [], lines: [] })
          }}
        />
      </TemplateHead>
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
        <TemplateWork view={view} draft={draft} chosen={chosen} onChoose={setChosen} />
      )}
    </div>
  )
}
