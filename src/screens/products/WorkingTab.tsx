/** The working of every figure of the node, and the script that recomputes it elsewhere. */
import { Download } from 'lucide-react'
import { formatFigure } from '../../i18n/format'
import { PLAIN_FIT } from '../../metrics/lifeQuestion'
import type { NodeAnalysis } from '../../metrics/nodeAnalysis'
import type { RecurrenceQuestion } from '../../metrics/recurrence'
import { UNASSIGNED } from '../../metrics/scope'
import {
  formulaOf,
  reasonWords,
  workingOfGrowth,
  workingOfLife,
  workingOfNode,
  workingWords,
  type Working,
} from '../../metrics/working'
import { exportRScript } from '../../panels/exportRScript'
import { useEngine } from '../../panels/useEngine'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import type { TabProps } from './GrowthTab'

export function WorkingTab({
  scope,
  name,
  filter,
  param,
  analysis,
  repeat,
}: TabProps & { readonly analysis: NodeAnalysis; readonly repeat: RecurrenceQuestion }) {
  const { t, language } = useText()
  const toast = useToast()
  const measure = param('age') === 'days' ? 'days' : 'km'
  const isPart = scope.nodeId !== undefined && scope.nodeId !== UNASSIGNED
  const { answer } = useEngine(`working|${JSON.stringify([scope, measure])}`, async (engine) => ({
    growth: await engine.growth(scope),
    life: isPart ? await engine.life(scope, { ...PLAIN_FIT, measure, which: 'original' }) : null,
  }))
  if (answer === null) return <div className="skeleton" style={{ height: 420 }} aria-busy="true" />
  const { growth, life } = answer
  const all = [...workingOfNode(analysis), workingOfGrowth(growth), ...(life === null ? [] : workingOfLife(life))]
  const title = (topic: Working['topic']): string =>
    ({
      pareto: t.chartPareto,
      trend: t.chartTrend,
      cumulative: t.chartCumulative,
      recurrence: t.chartRepeats,
      mtbf: t.kpiMdbf,
      growth: t.chartGrowth,
      weibull: `${t.chartWeibull} · ${t.groupName('original')}`,
      mcf: t.chartMcf,
    })[topic]
  return (
    <section className="card card-pad stack working" aria-label={t.workingTitle}>
      <div className="spread">
        <div>
          <h3>{t.workingTitle}</h3>
          <p className="small muted">{t.workingWhy}</p>
        </div>
        <button
          type="button"
          className="button"
          onClick={() => {
            exportRScript(analysis, growth, life, name, filter)
            toast(t.exportRDone)
          }}
        >
          <Download size={16} aria-hidden />
          {t.exportR}
        </button>
      </div>
      {all.map((working) => (
        <section key={working.topic} className="stack" aria-label={title(working.topic)}>
          <h3>{title(working.topic)}</h3>
          <p className="small">
            {formulaOf(working.topic, language)}
            {working.topic === 'recurrence'
              ? ` ${t.repeatsDefinition(String(repeat.days), String(repeat.km), repeat.sameSymptom)}`
              : ''}
          </p>
          {/* It scrolls sideways on a phone, so the keyboard must reach it. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className="figure-table" role="region" aria-label={title(working.topic)} tabIndex={0}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t.workingStep}</th>
                  <th scope="col" aria-label={t.chartFormula} />
                  <th scope="col" className="number">
                    {t.workingValue}
                  </th>
                </tr>
              </thead>
              <tbody>
                {working.lines.map(({ name: word, symbol, value, unit, why }) => (
                  <tr key={`${word}|${symbol}`}>
                    <th scope="row">{workingWords(word, language)}</th>
                    <td className="mono small">{symbol}</td>
                    <td className="number">
                      {value === null
                        ? why === undefined
                          ? '—'
                          : reasonWords(why, language)
                        : typeof value === 'number'
                          ? formatFigure(value, language)
                          : value}{' '}
                      {value === null ? '' : unit}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="small muted">
            {t.workingSource}
            {t.colon}
            {working.source}
          </p>
        </section>
      ))}
    </section>
  )
}
