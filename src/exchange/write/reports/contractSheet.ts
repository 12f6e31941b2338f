/** Targets of contracts beside what the trains did; the screen says each line in the same words. */
import { COLON, listed, SEMICOLON } from '../../../i18n/inLanguage'
import { isDistance } from '../../../domain/contractTarget'
import { formatCount, formatShare } from '../../../i18n/format'
import type { ReportWords } from '../../../i18n/reports'
import type { Language } from '../../../i18n/translation'
import type { ContractLine } from '../../../metrics/reports/contractLines'
import { dateCell } from '../ooxml/dateCell'
import { count, figure, share, tableSheet, text } from '../ooxml/tableSheet'
import type { Row, Sheet } from '../ooxml/workbook'
import type { ReportContext, ReportData } from './reportContext'
import { perMillion } from '../../../reliability/perMillion'

export interface ContractWords {
  /** Node, type of train and operator it holds for. */
  readonly holdsFor: string
  readonly numerator: string
  readonly measure: string
  readonly verdict: string
  /** What was left out and why, what is in no category, and how much of the distance is known. */
  readonly remark: string
  /** In the unit of the target; of a category without one, kilometres. */
  readonly point: number | null
  readonly bound: number | null
}

export function contractWords(
  {
    target,
    category,
    nodeLabel,
    operatorLabel,
    estimate,
    verdict,
    excluded,
    unsorted,
    coverage,
    isRateInDoubt,
    confidence,
  }: ContractLine,
  t: ReportWords,
  language: Language,
): ContractWords {
  const asDistance = target === null || isDistance(target)
  const holdsFor = [nodeLabel, target?.vehicleType ?? '', operatorLabel].filter((part) => part !== '')
  const leftOut = Object.entries(excluded)
    .filter(([, rows]) => (rows?.length ?? 0) > 0)
    .map(([why, rows]) => `${t.bookExcludedWhy(why)} ${formatCount(rows?.length ?? 0, language)}`)
  const known = estimate.status === 'estimated' ? estimate : null
  return {
    holdsFor: holdsFor.length === 0 ? t.targetsEverything : holdsFor.join(' · '),
    numerator:
      target === null
        ? t.targetCategory(category)
        : `${t.targetCategory(category)} · ${t.targetCounted(target.population ?? '')}`,
    measure:
      target === null ? t.targetMeasure('mdbfTrain').replace(/[≥≤]\s*/u, '') : t.targetMeasure(target.measure ?? ''),
    verdict: t.targetVerdict(verdict, formatShare(confidence, language)),
    remark: [
      ...(leftOut.length === 0 ? [] : [`${t.targetLeftOut}${COLON[language]}${listed(leftOut, language)}`]),
      ...(unsorted === 0 ? [] : [t.targetUnsorted(formatCount(unsorted, language))]),
      ...(coverage === null || !isRateInDoubt ? [] : [t.targetCoverage(formatShare(coverage, language))]),
    ].join(SEMICOLON[language]),
    point: known === null ? null : asDistance ? known.mtbf : perMillion(known.rate),
    bound: known === null ? null : asDistance ? known.lower : perMillion(known.rateUpper),
  }
}

export function contractSheet({ report: { contract } }: ReportData, context: ReportContext): Sheet {
  const { t, language } = context
  const rows = (contract?.lines ?? []).map((line): Row => {
    const { target, rows: counted, exposureKm, confidence } = line
    const { holdsFor, numerator, measure, verdict, remark, point, bound } = contractWords(line, t, language)
    return [
      text(target?.contractNo ?? '', 'wrapped'),
      text(holdsFor, 'wrapped'),
      text(numerator, 'wrapped'),
      text(measure, 'wrapped'),
      figure(target?.value),
      count(counted.length),
      count(Math.round(exposureKm)),
      figure(point),
      figure(bound),
      share(confidence),
      text(verdict, line.verdict === 'not-met' ? 'label' : 'wrapped'),
      text(remark, 'wrapped'),
      text(target?.definition ?? '', 'wrapped'),
      text(target?.exclusions ?? '', 'wrapped'),
      text(target?.agreedBy ?? '', 'wrapped'),
      target?.agreedOn === undefined ? undefined : dateCell(target.agreedOn),
    ]
  })
  return tableSheet(
    {
      name: t.reportSheet('contract'),
      rows,
      paper: 'A3',
      above: [
        [text(t.contractRule, 'note')],
        ...((contract?.beyond ?? 0) === 0
          ? []
          : [[text(t.contractBeyond(formatCount(contract?.beyond ?? 0, language)), 'note')]]),
      ],
      columns: [
        [t.targetContract, 18],
        [t.targetsOf, 22],
        [t.targetNumerator, 22],
        [t.targetMeasureHead, 22],
        [t.targetValue, 13],
        [t.chartFailures, 9],
        [t.reportKm, 14],
        [t.targetPoint, 13],
        [t.targetBoundHead, 13],
        [t.targetConfidence, 10],
        [t.targetVerdictHead, 26],
        [t.bookRemark, 30],
        [t.targetDefinition, 26],
        [t.targetExclusions, 24],
        [t.targetAgreed, 16],
        [t.reportDay, 12],
      ],
    },
    context,
  )
}
