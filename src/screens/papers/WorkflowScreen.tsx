/** The workflow on paper, A4 across: the drawing, then the same as tables; with the state of one failure marked. */
import { ArrowLeft, Printer } from 'lucide-react'
import { Link, useSearchParams } from 'wouter'
import { FIELDS_OF_TABLE } from '../../domain/records/tables'
import { PATHS, type Path } from '../../domain/workflow/forcedPath'
import { LIMITED_STATES, pathsThrough, PRIORITIES } from '../../domain/workflow/timeLimits'
import type { Limit } from '../../domain/workflow/stateClock'
import { FAILURE_TABLE, isOnPath, isState, WORKFLOW, type Transition } from '../../domain/workflow/transitions'
import { targetsIn } from '../../domain/workflow/workflow'
import { formatFigure, formatMoment, localMoment } from '../../i18n/format'
import { useCodes } from '../../panels/useCodes'
import { useWorkRules } from '../../panels/useWorkRules'
import { useText } from '../../ui/LanguageContext'
import { ScrollX } from '../../ui/ScrollX'
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
  const path = PATHS.find((known) => known === params.get('path')) ?? null
  const pathName = (own: Path): string =>
    FIELDS_OF_TABLE.failures['path']?.choices?.find(({ value }) => value === own)?.[language] ?? own
  if (rules === undefined)
    return (
      <div className="page" aria-busy="true">
        <div className="skeleton" style={{ height: 320 }} />
      </div>
    )
  const stateNames = (states: readonly string[]): string =>
    states.map((known) => label('CL-STATE', known)).join(t.listComma)
  const limitText = (limit: Limit | undefined): string =>
    limit === undefined ? t.none : t.limitText(formatFigure(limit.amount, language), limit.unit)
  const gatesOf = ({ gates, onlyClassification }: Transition): string =>
    gates === 'all'
      ? t.mapAllGates
      : gates.length === 0
        ? t.none
        : `${gates.join(' ')}${onlyClassification === true ? ` ${t.mapClassificationOnly}` : ''}`
  const toOf = (step: Transition): string =>
    step.to === null
      ? t.mapStays
      : step.to === 'previous'
        ? t.mapPrevious(stateNames(targetsIn(FAILURE_TABLE, step)))
        : label('CL-STATE', step.to)
  const pathsOf = (step: Transition): string =>
    step.when === undefined
      ? t.mapEveryPath
      : PATHS.filter((own) => isOnPath(step, own))
          .map(pathName)
          .join(t.listComma)
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
          <ScrollX className="paper-scroll" label={t.mapLimits}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t.mapState}</th>
                  {PATHS.map((own) => (
                    <th key={own} scope="col">
                      {pathName(own)}
                    </th>
                  ))}
                  <th scope="col">{t.mapPriority}</th>
                </tr>
              </thead>
              <tbody>
                {LIMITED_STATES.map((limited) => {
                  const paths = pathsThrough(limited)
                  return (
                    <tr
                      key={limited}
                      className={limited === at ? 'is-now' : undefined}
                      aria-current={limited === at ? 'step' : undefined}
                    >
                      <th scope="row">{label('CL-STATE', limited)}</th>
                      {PATHS.map((own) => (
                        <td key={own}>
                          {paths.length === 0
                            ? limitText(rules.limits[limited])
                            : paths.includes(own)
                              ? limitText(rules.limits[`${limited}.${own}`])
                              : '–'}
                        </td>
                      ))}
                      <td>
                        {limited === 'HANDLING'
                          ? PRIORITIES.flatMap((priority) => {
                              const limit = rules.limits[`HANDLING.${priority}`]
                              return limit === undefined ? [] : [`${priority} ${limitText(limit)}`]
                            }).join(t.listComma)
                          : '–'}
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </ScrollX>
        </section>
        <section className="workflow-steps">
          <h2>{t.mapSteps}</h2>
          <ScrollX className="paper-scroll" label={t.mapSteps}>
            <table>
              <thead>
                <tr>
                  <th scope="col" style={{ width: '4%' }}>
                    {t.mapNo}
                  </th>
                  <th scope="col" style={{ width: '17%' }}>
                    {t.mapStep}
                  </th>
                  <th scope="col" style={{ width: '19%' }}>
                    {t.mapFrom}
                  </th>
                  <th scope="col" style={{ width: '13%' }}>
                    {t.mapTo}
                  </th>
                  <th scope="col" style={{ width: '11%' }}>
                    {t.mapGates}
                  </th>
                  <th scope="col" style={{ width: '18%' }}>
                    {t.mapRoles}
                  </th>
                  <th scope="col" style={{ width: '10%' }}>
                    {t.mapAsks}
                  </th>
                  <th scope="col" style={{ width: '8%' }}>
                    {t.mapPaths}
                  </th>
                </tr>
              </thead>
              <tbody>
                {WORKFLOW.map((step, place) => (
                  <tr key={step.name} className={step.from.some((from) => from === at) ? 'is-now' : undefined}>
                    <td>{place + 1}</td>
                    <th scope="row">{t.stepName(step.name)}</th>
                    <td>{stateNames(step.from)}</td>
                    <td>{toOf(step)}</td>
                    <td>{gatesOf(step)}</td>
                    <td>{step.roles.map((role) => `${t.roleName(role)} ${role}`).join(t.listComma)}</td>
                    <td>{step.asks.map(t.askedName).join(t.listComma)}</td>
                    <td>{pathsOf(step)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollX>
        </section>
        <p className="paper-made">{t.paperMade(formatMoment(localMoment()), __BUILD__)}</p>
      </article>
    </div>
  )
}
