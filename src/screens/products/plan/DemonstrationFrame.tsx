/** What must happen to show a target: plans, what is shown already, and who would pass. */
import { ChartFrame } from '../../../charts/ChartFrame'
import { MOST_CURVES, OperatingChart, type OperatingLine } from '../../../charts/OperatingChart'
import { PlanTable } from '../../../charts/PlanTable'
import { formatCount, formatFigure, formatShare } from '../../../i18n/format'
import type { Messages } from '../../../i18n/messages'
import type { Language } from '../../../i18n/translation'
import { BETTER, operatingCurve, type Demonstration, type DemonstrationLine } from '../../../metrics/plan/demonstration'
import { PLAN_PARAMS, THOUSAND } from '../../../metrics/plan/planQuestion'
import { inMillions } from '../../../reliability/perMillion'
import { isAboveZero, NumberParam } from '../../../panels/NumberParam'
import { useText } from '../../../ui/LanguageContext'
import { constancyNotes } from './constancyNotes'
import type { PlanShown } from './PlanTab'
import { CountedFromChoice } from './PlanControls'

export function DemonstrationFrame({ name, filter, plan, analysis, param, setParam }: PlanShown) {
  const { t, language } = useText()
  const { demonstration } = plan
  const figure = (value: number): string => formatFigure(value, language)
  const targetUsual = demonstration?.isOwnTarget === true ? figure(demonstration.targetKm / THOUSAND) : undefined
  return (
    <ChartFrame
      title={`${name} — ${t.planTopic('demonstration')}`}
      subtitle={demonstration === null ? filter : `${subtitle(demonstration, t, language)}${t.semicolon}${filter}`}
      notes={
        demonstration === null
          ? []
          : [
              ...constancyNotes(analysis, t, language),
              ...(demonstration.pace.trainKmAMonth === null ? [t.planPaceNone] : []),
            ]
      }
      help="demonstration"
      empty={demonstration === null ? t.planNoTarget : null}
      controls={
        <div className="row small life-controls">
          <NumberParam
            label={t.planTarget}
            name={PLAN_PARAMS.target}
            param={param}
            setParam={setParam}
            {...(targetUsual === undefined ? {} : { usual: targetUsual })}
            isRight={isAboveZero}
            wrong={t.planNumberWrong}
          />
          <CountedFromChoice param={param} setParam={setParam} />
        </div>
      }
      table={
        demonstration === null ? null : (
          <OperatingTable axis={t.operatingAxis} lines={operatingLines(demonstration)} caption={t.operatingTitle} />
        )
      }
    >
      {demonstration === null ? null : <Demonstrated demonstration={demonstration} />}
    </ChartFrame>
  )
}

function Demonstrated({ demonstration }: { readonly demonstration: Demonstration }) {
  const { t, language } = useText()
  const { shown, confidence, anyOfThem, lines } = demonstration
  const figure = (value: number): string => formatFigure(value, language)
  return (
    <>
      <p className="chart-verdict">
        {shown === null
          ? t.demonstrationNothingShown
          : t.demonstrationShown(
              formatCount(shown.failures, language),
              `${figure(inMillions(shown.exposureKm))} × 10⁶`,
              formatShare(shown.confidence, language),
              figure(shown.mtbfKm),
              formatShare(confidence, language),
            )}
      </p>
      <PlanTable
        caption={t.demonstrationPlans}
        heads={[
          t.planAllowed,
          t.planExposure(t.planMillionKm),
          t.planMonths,
          t.planMonth,
          ...BETTER.map((ratio) => t.planChance(figure(ratio))),
        ]}
        rows={lines.map((line) => ({
          key: String(line.allowed),
          name: formatCount(line.allowed, language),
          cells: [
            line.exposureKm === 0 ? t.planShownAlready : figure(inMillions(line.exposureKm)),
            ...timeInWords(line, t, language),
            ...line.chances.map((chance) => formatShare(chance, language)),
          ],
        }))}
      />
      <p className="small">
        {anyOfThem === null
          ? t.planRecordsWarn
          : t.planAnyOfThem(formatShare(anyOfThem, language), formatShare(1 - confidence, language))}
      </p>
      {lines.every(({ exposureKm }) => exposureKm === 0) ? null : (
        <OperatingChart
          label={t.operatingTitle}
          axis={t.operatingAxis}
          lines={operatingLines(demonstration)}
          consumer={1 - confidence}
        />
      )}
    </>
  )
}

/** Months and the month, or why there is none. */
export const timeInWords = (
  { months, month }: Pick<DemonstrationLine, 'months' | 'month'>,
  t: Messages,
  language: Language,
): readonly [months: string, month: string] =>
  months === null ? ['—', '—'] : [formatFigure(months, language), months === 0 ? '—' : (month ?? t.planBeyond)]

/** The first line, the last, and one between them. */
export function spread<T>(lines: readonly T[]): readonly T[] {
  if (lines.length <= MOST_CURVES) return lines
  return [0, Math.floor((lines.length - 1) / 2), lines.length - 1].flatMap((at) => lines[at] ?? [])
}

const operatingLines = ({ lines, targetKm }: Demonstration): readonly OperatingLine[] =>
  spread(lines.filter(({ exposureKm }) => exposureKm > 0)).map((line) => ({
    allowed: line.allowed,
    points: operatingCurve(line, targetKm),
  }))

const subtitle = ({ targetKm, confidence, countedFrom, isOwnTarget }: Demonstration, t: Messages, language: Language) =>
  t.demonstrationSubtitle(
    formatFigure(targetKm, language),
    formatShare(confidence, language),
    t.planCounted(countedFrom),
  ) + (isOwnTarget ? `${t.semicolon}${t.demonstrationOwnTarget}` : '')

/** Every fifth point: a quarter apart. */
const SHOWN_RATIOS = 5

interface OperatingTableProps {
  readonly caption: string
  readonly axis: string
  readonly lines: readonly OperatingLine[]
}

/** The curves as numbers. */
export function OperatingTable({ caption, axis, lines }: OperatingTableProps) {
  const { t, language } = useText()
  const [first] = lines
  return (
    <PlanTable
      caption={caption}
      heads={[axis, ...lines.map(({ allowed }) => t.operatingLine(String(allowed)))]}
      rows={(first?.points ?? [])
        .map(({ ratio }, at) => ({
          key: String(ratio),
          name: formatFigure(ratio, language),
          cells: lines.map(({ points }) => formatShare(points[at]?.chance ?? 0, language)),
        }))
        .filter((_, at) => at % SHOWN_RATIOS === 0)}
    />
  )
}
