/** What a template is called, what it is a form of, in which language it is filled, and on which sheet. */
import { LANGUAGE_NAME } from '../../i18n/inLanguage'
import { reportTemplateFields } from '../../domain/records/reportTemplate'
import { isTemplateKind } from '../../exchange/write/templates/templateKinds'
import { wordsOfTemplates } from '../../i18n/templateWords'
import { LANGUAGES, type Language } from '../../i18n/translation'
import { useText } from '../../ui/LanguageContext'
import type { OpenedTemplate } from '../../workers/ownTemplates'
import type { TemplateDraft } from './useTemplateDraft'

interface Props {
  readonly draft: TemplateDraft
  readonly sheets: OpenedTemplate['sheets']
  readonly onSheet: (sheet: string) => void
}

export function TemplateFacts({ draft, sheets, onSheet }: Props) {
  const { language } = useText()
  const w = wordsOfTemplates(language)
  return (
    <div className="template-facts">
      <label className="field">
        <span className="field-label">{w.templateName}</span>
        <input className="input" value={draft.name} onChange={(event) => draft.setName(event.target.value)} />
      </label>
      <label className="field">
        <span className="field-label">{w.templateKind}</span>
        <select
          className="input"
          value={draft.kind}
          onChange={(event) => {
            if (isTemplateKind(event.target.value)) draft.changeKind(event.target.value)
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
          value={draft.filledIn}
          onChange={(event) => draft.setFilledIn(event.target.value as Language)}
        >
          {LANGUAGES.map((known) => (
            <option key={known} value={known}>
              {LANGUAGE_NAME[known]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="field-label">{w.templateSheet}</span>
        <select className="input" value={draft.binding.sheet} onChange={(event) => onSheet(event.target.value)}>
          {sheets.map((sheet) => (
            <option key={sheet.name} value={sheet.name}>
              {sheet.name}
              {sheet.isHidden ? ` (${w.templateHidden})` : ''}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
