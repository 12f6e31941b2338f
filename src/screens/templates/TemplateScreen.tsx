/** One template on file, opened to be changed. */
import { useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { wordsOfTemplates } from '../../i18n/templateWords'
import { templateProblem } from '../../panels/templateProblem'
import { templateOf } from '../../store/reportTemplates'
import type { ReportTemplate } from '../../domain/records/reportTemplate'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'
import { exporter } from '../../workers/exportClient'
import type { OpenedTemplate } from '../../workers/ownTemplates'
import { TemplateEditor } from './TemplateEditor'
import './templates.css'

type State =
  | { readonly at: 'opening' }
  | { readonly at: 'gone'; readonly why: string }
  | { readonly at: 'open'; readonly template: ReportTemplate; readonly opened: OpenedTemplate }

export function TemplateScreen({ id }: { readonly id: string }) {
  const { t, language } = useText()
  const w = wordsOfTemplates(language)
  const [, navigate] = useLocation()
  const [state, setState] = useState<State>({ at: 'opening' })
  useEffect(() => {
    let isCurrent = true
    const open = async (): Promise<State> => {
      const found = await templateOf(id)
      return found === null
        ? { at: 'gone', why: '' }
        : {
            at: 'open',
            template: found.template,
            opened: await exporter().openOwnTemplate(new Uint8Array(found.bytes), found.template.fileName ?? ''),
          }
    }
    open().then(
      (next) => {
        if (isCurrent) setState(next)
      },
      (error: unknown) => {
        if (isCurrent) setState({ at: 'gone', why: templateProblem(error, t) })
      },
    )
    return () => {
      isCurrent = false
    }
  }, [id, t])
  if (state.at === 'opening')
    return (
      <div className="page" aria-busy="true">
        <div className="skeleton" style={{ height: 320 }} />
      </div>
    )
  if (state.at === 'gone')
    return (
      <Empty title={w.templateGone} why={state.why}>
        <Link className="button primary" href="/templates">
          {t.templates}
        </Link>
      </Empty>
    )
  return (
    <TemplateEditor
      opened={state.opened}
      fileName={state.template.fileName ?? ''}
      start={{ id, ...state.template }}
      onBack={() => navigate('/templates')}
    />
  )
}
