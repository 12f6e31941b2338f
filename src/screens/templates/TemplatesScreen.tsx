/** The company's own templates: drop a blank form, bind it, and change, copy or delete those on file. */
import { useState } from 'react'
import { BUILT_IN_TEMPLATES } from '../../exchange/write/templates/builtInTemplates'
import { boundCount } from '../../exchange/write/templates/editBinding'
import { wordsOfTemplates } from '../../i18n/templateWords'
import { useText } from '../../ui/LanguageContext'
import { OwnTemplates } from './OwnTemplates'
import { TemplateDrop, type DroppedTemplate } from './TemplateDrop'
import { TemplateEditor } from './TemplateEditor'
import './templates.css'

export function TemplatesScreen() {
  const { t, language } = useText()
  const w = wordsOfTemplates(language)
  const [dropped, setDropped] = useState<DroppedTemplate | null>(null)
  if (dropped !== null)
    return (
      <TemplateEditor
        opened={dropped.opened}
        fileName={dropped.fileName}
        start={null}
        onBack={() => setDropped(null)}
      />
    )
  return (
    <div className="page narrow templates-page">
      <h1>{t.templates}</h1>
      <p className="muted">{t.templatesWhy}</p>
      <TemplateDrop onOpened={setDropped} />
      <OwnTemplates />
      <section className="card card-pad stack">
        <h2>{w.templatesBuiltIn}</h2>
        <ul className="plain-templates">
          {Object.entries(BUILT_IN_TEMPLATES).map(([name, binding]) => (
            <li key={name}>
              {t.templateBuiltIn(name)} <span className="small muted">{w.templateBound(boundCount(binding))}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
