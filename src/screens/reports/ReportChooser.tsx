/** Which report: its kind, its period, and what it counts. */
import { useState } from 'react'
import { useSearch } from 'wouter'
import { dateOfDay } from '../../domain/moment'
import { LANGUAGE_NAME, LANGUAGE_TAG } from '../../i18n/inLanguage'
import { wordsOfReports, type ReportWords } from '../../i18n/reports'
import { LANGUAGES } from '../../i18n/translation'
import { hasPart, REPORT_KIND_NAMES } from '../../metrics/reports/reportKinds'
import { NodePicker } from '../../panels/NodePicker'
import { PartBasisChoice } from '../../panels/PartBasisChoice'
import { PeriodDates } from '../../panels/PeriodDates'
import { PopulationChoice } from '../../panels/PopulationChoice'
import { scopeOf } from '../../panels/useScope'
import { useText } from '../../ui/LanguageContext'
import type { AskedReport } from './useReportQuestion'

export function ReportChooser({ asked }: { readonly asked: AskedReport }) {
  const { language: uiLanguage } = useText()
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
        {which !== 'custom' || question === null ? null : (
          <PeriodDates from={dateOfDay(question.scope.from)} to={dateOfDay(question.scope.to - 1)} onChange={change} />
        )}
        <label className="report-node" htmlFor="report-node">
          {t.bookNode}
          <NodePicker id="report-node" nodeId={scope.nodeId} onChoose={(id) => change({ node: id ?? null })} />
        </label>
        <PopulationChoice population={scope.population} onChange={(pop) => change({ pop })} />
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
            {LANGUAGES.map((one) => (
              <option key={one} value={one} lang={LANGUAGE_TAG[one]}>
                {LANGUAGE_NAME[one]}
              </option>
            ))}
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
