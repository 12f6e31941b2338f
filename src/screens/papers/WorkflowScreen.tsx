/** The workflow on paper, A4 across: the drawing, then the same as tables; with the state of one failure marked. */
import { oneOf } from '../../domain/closedSet'
import { ArrowLeft, Printer } from 'lucide-react'
import { Link, useSearchParams } from 'wouter'
import { FIELDS_OF_TABLE } from '../../domain/records/tables'
import { PATHS, type Path } from '../../domain/workflow/forcedPath'
import { isState } from '../../domain/workflow/transitions'
import { formatMoment, localMoment } from '../../i18n/format'
import { useCodes } from '../../panels/useCodes'
import { useWorkRules } from '../../panels/useWorkRules'
import { useText } from '../../ui/LanguageContext'
import { ScrollX } from '../../ui/ScrollX'
import { LimitTable } from './LimitTable'
import { StepTable } from './StepTable'
import { WorkflowDiagram } from './WorkflowDiagram'
import '../../panels/paper.css'

export function WorkflowScreen() {
  const { t, language } = useText()
  const { label } = useCodes()
  const [params] = useSearchParams()
  const rules = useWorkRules()
  const failure = params.get('failure')
  const state = params.get('at') ?? undefined
  const at = isState(state) ? state : null
  const path = oneOf(PATHS, params.get('path')) ?? null
  const pathName = (own: Path): string =>
    FIELDS_OF_TABLE.failures['path']?.choices?.find(({ value }) => value === own)?.[language] ?? own
  if (rules === undefined)
    return (
      <div className="page" aria-busy="true">
        <div className="skeleton" style={{ height: 320 }} />
      </div>
    )
  return (
    <div className="paper-page is-landscape workflow-paper">
      <div className="row no-print">
        <Link className="button quiet" href={failure === null ? '/settings' : `/failures/${failure}`}>
          <ArrowLeft size={16} aria-hidden />
          {failure === null ? t.settings : t.loopTitle}
        </Link>
        <button type="button" className="button primary" onClick={() => window.print()}>
          <Printer size={15} aria-hidden />
          {t.paperPrint}
        </button>
      </div>
      <article className="form-paper">
        <header>
          <h1>{t.mapTitle}</h1>
          <p>{t.mapSubtitle}</p>
          {at === null ? null : (
            <p>
              <strong>
                {t.mapNow(label('CL-STATE', at))}
                {path === null ? '' : ` · ${t.loopPath(pathName(path))}`}
              </strong>
            </p>
          )}
        </header>
        <ScrollX className="paper-scroll" label={t.mapPicture}>
          <WorkflowDiagram limits={rules.limits} at={at} path={path} pathName={pathName} />
        </ScrollX>
        <p className="paper-none">{t.mapLegend}</p>
        <section>
          <h2>{t.mapLimits}</h2>
          <LimitTable limits={rules.limits} at={at} pathName={pathName} />
        </section>
        <section className="workflow-steps">
          <h2>{t.mapSteps}</h2>
          <StepTable at={at} pathName={pathName} />
        </section>
        <p className="paper-made">{t.paperMade(formatMoment(localMoment()), __BUILD__)}</p>
      </article>
    </div>
  )
}
