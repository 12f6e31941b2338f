/** What the figures of a part were before some failures were set aside, beside what they are without them. */
import { useEffect, useRef } from 'react'
import type { OnOpen } from '../../charts/openedMark'
import { formatCount, formatFigure, formatP } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import type { Language } from '../../i18n/translation'
import type { NodeAnalysis } from '../../metrics/nodeAnalysis'
import type { Scope } from '../../metrics/scope'
import type { RecurrenceQuestion } from '../../metrics/recurrence'
import { useEngine } from '../../panels/useEngine'
import type { ScopeChange } from '../../panels/useScope'
import { perMillion } from '../../reliability/perMillion'
import { useText } from '../../ui/LanguageContext'

interface Props {
  readonly scope: Scope
  readonly repeat: RecurrenceQuestion
  readonly analysis: NodeAnalysis
  readonly why: string
  readonly onOpen: OnOpen
  readonly change: (change: ScopeChange) => void
}

/** One figure of an analysis in words, with its bounds. */
type Figure = (analysis: NodeAnalysis, t: Messages, language: Language) => string

const FIGURES: readonly (readonly [name: (t: Messages) => string, figure: Figure])[] = [
  [(t) => t.kpiCounted, ({ counted }, _, language) => formatCount(counted.length, language)],
  [
    (t) => t.setAsideMtbf,
    ({ mtbf }, t, language) => {
      if (mtbf.status !== 'estimated') return t.kpiNoExposure
      const show = (km: number): string => formatFigure(km, language)
      return mtbf.mtbf === null || mtbf.upper === null
        ? `≥ ${show(mtbf.lower)} km (95%)`
        : `${show(mtbf.mtbf)} km (90% ${show(mtbf.lower)} ～ ${show(mtbf.upper)})`
    },
  ],
  [
    (t) => t.setAsideRate,
    ({ mtbf }, t, language) => {
      if (mtbf.status !== 'estimated') return t.kpiNoExposure
      const show = (rate: number): string => formatFigure(perMillion(rate), language)
      return mtbf.rateLower === null
        ? `≤ ${show(mtbf.rateUpper)} (95%)`
        : `${show(mtbf.rate)} (90% ${show(mtbf.rateLower)} ～ ${show(mtbf.rateUpper)})`
    },
  ],
  [
    (t) => t.chartTrend,
    ({ laplace }, t, language) => {
      if (laplace.status !== 'estimated' || !laplace.enough) return t.laplaceTooFew
      const verdict = laplace.pTwoSided > 0.1 ? t.laplaceNone : laplace.u > 0 ? t.laplaceWorse : t.laplaceBetter
      return `${verdict} (u = ${formatFigure(laplace.u, language)}, ${formatP(laplace.pTwoSided, language)})`
    },
  ],
  [
    (t) => t.setAsideRepeats,
    ({ recurrence }, _, language) =>
      recurrence.status === 'estimated' ? formatCount(recurrence.repeats.length, language) : '—',
  ],
]

export function SetAsideCard({ scope, repeat, analysis, why, onOpen, change }: Props) {
  const { t, language } = useText()
  const { without: _, ...whole } = scope
  const { answer: before } = useEngine(`whole|${JSON.stringify([whole, repeat, language])}`, (engine) =>
    engine.node(whole, repeat, language),
  )
  const card = useRef<HTMLElement>(null)
  // Who set them aside looked at a drawing further down.
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const rows = analysis.excluded['set-aside'] ?? new Uint32Array(0)
  return (
    <section ref={card} className="card" aria-label={t.setAsideHead(formatCount(rows.length, language))}>
      <div className="spread">
        <h3>{t.setAsideHead(formatCount(rows.length, language))}</h3>
        <div className="row no-print">
          <button
            type="button"
            className="button"
            disabled={rows.length === 0}
            title={rows.length === 0 ? t.setAsideElsewhere : undefined}
            onClick={() => onOpen({ label: t.exclusionName('set-aside'), rows })}
          >
            {t.linkedRows}
          </button>
          <button type="button" className="button" onClick={() => change({ without: [], why: '' })}>
            {t.setAsideUndo}
          </button>
        </div>
      </div>
      <p>
        {t.setAsideWhy}
        {t.colon}
        {why === '' ? t.setAsideNoWhy : why}
      </p>
      <table className="figure-table">
        <thead>
          <tr>
            <th />
            <th scope="col">{t.setAsideBefore}</th>
            <th scope="col">{t.setAsideAfter}</th>
          </tr>
        </thead>
        <tbody>
          {FIGURES.map(([name, figure]) => (
            <tr key={name(t)}>
              <th scope="row">{name(t)}</th>
              <td>{before === null ? '…' : figure(before, t, language)}</td>
              <td>{figure(analysis, t, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small muted">{t.setAsideHonest}</p>
    </section>
  )
}
