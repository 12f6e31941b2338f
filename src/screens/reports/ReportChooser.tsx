/** Which report: its kind, its period, and what it counts. */
import { useState } from 'react'
import { useSearch } from 'wouter'
import { dateOfDay } from '../../domain/moment'
import { wordsOfReports, type ReportWords } from '../../i18n/reports'
import { POPULATIONS, type Population } from '../../metrics/judgement'
import type { ReportQuestion } from '../../metrics/reports/report'
import { hasPart, REPORT_KIND_NAMES } from '../../metrics/reports/reportKinds'
import { NodePicker } from '../../panels/NodePicker'
import { PartBasisChoice } from '../../panels/PartBasisChoice'
import { scopeOf } from '../../panels/useScope'
import { useText } from '../../ui/LanguageContext'
import type { AskedReport } from './useReportQuestion'

export function ReportChooser({ asked }: { readonly asked: AskedReport }) {
  const { t: messages, language: uiLanguage } = useText()
  const t = wordsOfReports(uiLanguage)
  const { kind, question, which, setKind, setParam, change, language } = asked
  const scope = scopeOf(new URLSearchParams(useSearch()))
  return (
    <section className="stack no-print" aria-label={t.reportsChoose}>
      <h1>{t.reportsTitle}</h1>
      <div className="report-kinds" role="group" aria-label={t.reportKindName}>
        {REPORT_KIND_NAMES.map((one) => (
          <button key={one} type="button" className="button" aria-pressed={one === kind} onClick={() => setKind(one)}>
            {t.reportKind(one)}
          </button>
        ))}
      </div>
      <div className="report-choices">
        <PeriodChoice asked={asked} t={t} />
        {which !== 'custom' || question === null ? null : <Dates scope={question.scope} change={change} />}
        <label className="report-node" htmlFor="report-node">
          {t.bookNode}
          <NodePicker id="report-node" nodeId={scope.nodeId} onChoose={(id) => change({ node: id ?? null })} />
        </label>
        <label>
          {messages.scopeCounts}
          <select
            className="input compact-input"
            value={scope.population}
            onChange={(event) => change({ pop: event.target.value as Population })}
          >
            {POPULATIONS.map((population) => (
              <option key={population} value={population}>
                {messages.populationName(population)}
              </option>
            ))}
          </select>
        </label>
        <PartBasisChoice basis={scope.partBasis} onChange={(part) => change({ part })} />
        {hasPart(kind, 'spares') ? (
          <PlannedKm
            key={question?.plannedKm ?? ''}
            km={question?.plannedKm}
            t={t}
            onChange={(km) => setParam('plan', km)}
          />
        ) : null}
        <label>
          {t.reportsLanguage}
          <select
            className="input compact-input"
            value={language}
            onChange={(event) => setParam('lang', event.target.value)}
          >
            <option value="zh">中文</option>
            <option value="en">English</option>
          </select>
        </label>
      </div>
    </section>
  )
}

interface PeriodProps {
  readonly asked: AskedReport
  readonly t: ReportWords
}

function PeriodChoice({ asked: { which, setPeriod }, t }: PeriodProps) {
  const { t: messages } = useText()
  const names = { last: t.reportsLast, this: t.reportsThis, custom: t.reportsCustom }
  return (
    <div className="row" role="group" aria-label={messages.scopePeriodLabel}>
      {(['last', 'this', 'custom'] as const).map((one) => (
        <button key={one} type="button" className="button" aria-pressed={which === one} onClick={() => setPeriod(one)}>
          {names[one]}
        </button>
      ))}
    </div>
  )
}

interface DatesProps {
  readonly scope: ReportQuestion['scope']
  readonly change: AskedReport['change']
}

/** The first and the last day, as people say them. */
function Dates({ scope, change }: DatesProps) {
  const { t } = useText()
  const [from, to] = [dateOfDay(scope.from), dateOfDay(scope.to - 1)]
  return (
    <>
      <label>
        {t.scopeFrom}
        <input
          className="input compact-input"
          type="date"
          max={to}
          value={from}
          onChange={(event) => change({ from: event.target.value, to })}
        />
      </label>
      <label>
        {t.scopeTo}
        <input
          className="input compact-input"
          type="date"
          min={from}
          value={to}
          onChange={(event) => change({ to: event.target.value, from })}
        />
      </label>
    </>
  )
}

/** What somebody types stands until the field is left; what is no distance above zero is none. */
function PlannedKm({
  km,
  t,
  onChange,
}: {
  readonly km: number | undefined
  readonly t: ReportWords
  readonly onChange: (km: string) => void
}) {
  const [typed, setTyped] = useState(km === undefined ? '' : String(km))
  const plain = typed.normalize('NFKC').replaceAll(/[,\s]/gu, '')
  const isBad = plain !== '' && !(Number(plain) > 0 && Number.isFinite(Number(plain)))
  const take = (): void => onChange(isBad ? '' : plain)
  return (
    <label>
      {t.sparesPlanInput}
      <input
        className="input compact-input number"
        inputMode="numeric"
        placeholder={t.sparesPlanHint}
        value={typed}
        aria-invalid={isBad || undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) take()
        }}
      />
    </label>
  )
}
