/** The reports of a year, as data: how long each looks at, in what steps its trend goes, which parts it has and in what order. */
import { isKeyOf, isOneOf } from '../../domain/closedSet'

export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'halfYear' | 'year'
export type TrendStep = 'week' | 'month'

export const REPORT_PARTS = [
  'cover',
  'figures',
  'vehicleTypes',
  'ram',
  'contract',
  'ages',
  'pareto',
  'mtbf',
  'trend',
  'ageing',
  'open',
  'notable',
  'photos',
  'custody',
  'costs',
  'spares',
  'improvements',
  'lessons',
  'repeats',
  'excluded',
  'sites',
  'failures',
  'ledger',
  'parameters',
  'definitions',
] as const
export type ReportPart = (typeof REPORT_PARTS)[number]

export interface ReportKindSpec {
  readonly unit: PeriodUnit
  readonly step: TrendStep
  /** Steps of the trend that end with the period; a longer period has as many as it is long. */
  readonly steps: number
  readonly parts: readonly ReportPart[]
}

const parts = (words: string): readonly ReportPart[] => words.split(' ') as ReportPart[]

export const REPORT_KINDS = {
  daily: {
    unit: 'day',
    step: 'week',
    steps: 13,
    parts: parts('cover figures notable open ageing failures sites parameters definitions'),
  },
  weekly: {
    unit: 'week',
    step: 'week',
    steps: 13,
    parts: parts('cover figures pareto trend ageing open notable photos custody sites failures parameters definitions'),
  },
  monthly: {
    unit: 'month',
    step: 'month',
    steps: 13,
    parts: parts(
      'cover figures vehicleTypes pareto mtbf trend ageing open notable custody costs repeats ' +
        'excluded sites failures ledger parameters definitions',
    ),
  },
  quarterly: {
    unit: 'quarter',
    step: 'month',
    steps: 13,
    parts: parts(
      'cover figures vehicleTypes contract pareto mtbf trend ageing open notable custody costs repeats ' +
        'excluded sites failures ledger parameters definitions',
    ),
  },
  ram: {
    unit: 'halfYear',
    step: 'month',
    steps: 13,
    parts: parts(
      'cover figures contract ram vehicleTypes mtbf pareto trend excluded repeats failures parameters definitions',
    ),
  },
  yearly: {
    unit: 'year',
    step: 'month',
    steps: 24,
    parts: parts(
      'cover figures vehicleTypes contract ram ages pareto mtbf trend ageing open notable ' +
        'custody costs spares improvements lessons repeats excluded sites failures ledger ' +
        'parameters definitions',
    ),
  },
} as const satisfies Readonly<Record<string, ReportKindSpec>>

export type ReportKind = keyof typeof REPORT_KINDS
export const REPORT_KIND_NAMES = Object.keys(REPORT_KINDS) as ReportKind[]
export const isReportKind = (word: string): word is ReportKind => isKeyOf(REPORT_KINDS, word)
export const hasPart = (kind: ReportKind, part: ReportPart): boolean => isOneOf(REPORT_KINDS[kind].parts, part)
