/** Published failure data as units that fail again and again, or as lives that end once; and what they say. */
import { dayNumber, isMoment } from '../domain/moment'
import { laplaceTrend, type LaplaceTrend } from '../reliability/laplaceTrend'
import { mcfDifference, type McfDifference } from '../reliability/meanCumulativeFunction'
import { milHdbk189Trend, type MilHdbk189Trend } from '../reliability/milHdbk189Trend'
import type { NotEstimable } from '../reliability/notEstimable'
import type { Truncation } from '../reliability/observedSystem'
import { growth, type Growth } from './growth'
import { lifeAnalysis, type LifeAnalysis } from './lifeAnalysis'
import type { LifeQuestion } from './lifeQuestion'
import { meanCumulative, type MeanCumulative } from './meanCumulative'
import { CONFIDENCE } from './nodeFigures'

interface Published {
  readonly file: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly unit: { readonly zh: string; readonly en: string }
  readonly source: string
}

/** How the columns of a file are read. */
export type Example = Published &
  (
    | { readonly kind: 'lives'; readonly age: string }
    | {
        readonly kind: 'units'
        readonly unitColumn?: string
        readonly group?: string
        readonly age: string
        readonly truncation: Truncation
        readonly window?: readonly [from: string, to: string]
      }
  )

const hours = { zh: '小时', en: 'hours' }
const days = { zh: '天', en: 'days' }

export const EXAMPLES = {
  'braking-grids': {
    file: 'braking_grids',
    kind: 'units',
    unitColumn: 'locomotive',
    group: 'batch',
    age: 'days',
    truncation: 'time',
    unit: days,
    title: { zh: '机车电阻制动栅，两个生产批次', en: 'Locomotive braking grids, two production batches' },
    source: 'Doganaksoy & Nelson, GE TIS 91CRD172 (1991)',
  },
  'valve-seats': {
    file: 'valve_seats',
    kind: 'units',
    unitColumn: 'engine',
    age: 'days',
    truncation: 'time',
    unit: days,
    title: { zh: '柴油机气门座，41 台', en: 'Valve seats of 41 diesel engines' },
    source: 'Nelson & Doganaksoy (1989); Nelson, Technometrics 37:147 (1995)',
  },
  'diesel-cylinders': {
    file: 'diesel_cylinders_120_engines',
    kind: 'units',
    unitColumn: 'engine',
    age: 'days',
    truncation: 'time',
    unit: days,
    title: { zh: '柴油机气缸，120 台，一次可换几个', en: 'Cylinders of 120 diesel engines, several at a time' },
    source: 'Nelson & Doganaksoy, GE TIS 89CRD239 (1989)',
  },
  'locomotive-controls': {
    file: 'locomotive_controls',
    kind: 'lives',
    age: 'kilomiles',
    unit: { zh: '千英里', en: '10³ miles' },
    title: { zh: '机车控制装置，96 件', en: 'Locomotive controls, 96 of them' },
    source: 'Nelson & Hahn (1972); Lawless (1982)',
  },
  'diesel-fans': {
    file: 'diesel_fans',
    kind: 'lives',
    age: 'hours',
    unit: hours,
    title: { zh: '柴油发电机风扇，70 件', en: 'Fans of diesel generators, 70 of them' },
    source: 'Nelson, Applied Life Data Analysis (1982)',
  },
  'shock-absorbers': {
    file: 'shock_absorber',
    kind: 'lives',
    age: 'km',
    unit: { zh: 'km', en: 'km' },
    title: { zh: '车辆减振器', en: 'Vehicle shock absorbers' },
    source: 'Meeker & Escobar (1998)',
  },
  'aircraft-air-conditioners': {
    file: 'proschan_b720_aircon',
    kind: 'units',
    unitColumn: 'plane',
    age: 'cumulative_h',
    truncation: 'failure',
    unit: hours,
    title: { zh: '波音 720 空调，13 架', en: 'Air conditioners of 13 Boeing 720 aircraft' },
    source: 'Proschan, Technometrics 5:375 (1963)',
  },
  'propulsion-diesel': {
    file: 'halfbeak',
    kind: 'units',
    unitColumn: 'unit',
    age: 'khours',
    truncation: 'time',
    unit: { zh: '千小时', en: '10³ hours' },
    title: { zh: '潜艇主推进柴油机（Halfbeak）', en: 'Main propulsion diesel of USS Halfbeak' },
    source: 'Ascher & Feingold (1984); Lee (1980)',
  },
  'loader-hydraulics': {
    file: 'lhd_hydraulics_1992',
    kind: 'units',
    unitColumn: 'machine',
    age: 'cumulative_h',
    truncation: 'failure',
    unit: hours,
    title: { zh: '铲运机液压系统，6 台', en: 'Hydraulics of load-haul-dump machines' },
    source: 'Kumar & Klefsjö, RESS 35:217 (1992)',
  },
  'growth-test': {
    file: 'milhdbk189_27',
    kind: 'units',
    age: 'time',
    truncation: 'time',
    unit: hours,
    title: { zh: '增长试验，27 次故障', en: 'Growth test, 27 failures' },
    source: 'MIL-HDBK-189 (1981) appendix C',
  },
  'metro-compressor': {
    file: 'metropt3_failure_reports',
    kind: 'units',
    age: 'start',
    truncation: 'time',
    window: ['2020-02-01', '2020-09-01'],
    unit: days,
    title: {
      zh: '波尔图地铁供风单元，4 份故障报告',
      en: 'Air production unit of a Porto metro train, 4 failure reports',
    },
    source: 'Davari et al. (2021, 2023), UCI 791, CC BY 4.0',
  },
} as const satisfies Readonly<Record<string, Example>>
export type ExampleId = keyof typeof EXAMPLES
export const exampleOf = (id: ExampleId): Example => EXAMPLES[id]

export interface UnitGroup {
  readonly name: string
  readonly mcf: MeanCumulative
}

export type ExampleAnalysis =
  | { readonly kind: 'lives'; readonly analysis: LifeAnalysis }
  | {
      readonly kind: 'units'
      readonly units: number
      readonly events: number
      readonly groups: readonly UnitGroup[]
      /** Of two groups, the first less the second. */
      readonly difference: readonly McfDifference[] | null
      readonly laplace: LaplaceTrend | NotEstimable<string>
      readonly milHdbk189: MilHdbk189Trend | NotEstimable<string>
      /** Of a single unit. */
      readonly growth: (Growth & { readonly points: readonly number[] }) | null
    }

type Row = Readonly<Record<string, string>>

function rowsOf(csv: string): readonly Row[] {
  const [head = '', ...lines] = csv.trim().split(/\r?\n/u)
  const cells = (line: string): readonly string[] => line.split(',').map((cell) => cell.trim().replaceAll('"', ''))
  const names = cells(head)
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, at) => [names[at] ?? '', cell])))
}

interface Unit {
  readonly group: string
  readonly events: number[]
  readonly rows: readonly number[]
  end: number
}

/** @throws Error when the text is not the file this example is made of */
export function analyseExample(
  example: Example,
  csv: string,
  { bounds, beside }: Pick<LifeQuestion, 'bounds' | 'beside'> = { bounds: 'fisher', beside: null },
): ExampleAnalysis {
  const rows = rowsOf(csv)
  const count = (row: Row): number => (row['count'] === undefined ? 1 : Number(row['count']))
  const ageOf = (row: Row): number => {
    const text = row[example.age] ?? ''
    const age =
      example.kind === 'units' && example.window !== undefined && isMoment(text)
        ? dayNumber(text) + 0.5 - dayNumber(example.window[0])
        : Number(text)
    if (!Number.isFinite(age)) throw new Error(`${example.file}: “${text}” is no age`)
    return age
  }
  if (example.kind === 'lives') {
    const [failed, alive] = [
      rows.filter(({ status }) => status === 'failed'),
      rows.filter(({ status }) => status !== 'failed'),
    ]
    return {
      kind: 'lives',
      analysis: lifeAnalysis(
        {
          failures: failed.map(ageOf),
          failureCounts: failed.map(count),
          suspensions: alive.map(ageOf),
          suspensionCounts: alive.map(count),
        },
        { weibayesBeta: 1, bounds, beside },
      ),
    }
  }
  const units = new Map<string, Unit>()
  for (const row of rows) {
    const group = example.group === undefined ? '' : (row[example.group] ?? '')
    const key = `${group}|${example.unitColumn === undefined ? '' : row[example.unitColumn]}`
    const unit = units.get(key) ?? {
      group,
      events: [],
      rows: [],
      end:
        example.window === undefined
          ? Number(row['end'] ?? 0)
          : dayNumber(example.window[1]) - dayNumber(example.window[0]),
    }
    units.set(key, unit)
    const age = ageOf(row)
    if ((row['event'] ?? '').toLowerCase() === 'end') unit.end = age
    else for (let one = 0; one < count(row); one += 1) unit.events.push(age)
    unit.end = Math.max(unit.end, age)
  }
  const all = [...units.values()]
  const names = [...new Set(all.map(({ group }) => group))]
  const ofGroup = (name: string): readonly Unit[] => all.filter(({ group }) => group === name)
  const groups = names.flatMap((name) => {
    const mcf = meanCumulative(ofGroup(name))
    return mcf.status === 'estimated' ? [{ name, mcf }] : []
  })
  const [first, second] = groups
  // Nothing can be compared once one of the groups is no longer watched.
  const common = Math.min(...groups.map(({ mcf }) => mcf.longest))
  const single = all.length === 1 && example.truncation === 'time' ? all[0] : undefined
  return {
    kind: 'units',
    groups,
    units: all.length,
    events: all.reduce((sum, { events }) => sum + events.length, 0),
    difference:
      first === undefined || second === undefined
        ? null
        : mcfDifference(
            ofGroup(first.name),
            ofGroup(second.name),
            [...new Set(groups.flatMap(({ mcf }) => mcf.points.map(({ age }) => age)))]
              .filter((age) => age <= common)
              .sort((a, b) => a - b),
            CONFIDENCE,
          ),
    laplace: laplaceTrend(all, example.truncation),
    milHdbk189: milHdbk189Trend(all, example.truncation),
    growth:
      single === undefined
        ? null
        : {
            ...growth(
              [...single.events].sort((a, b) => a - b),
              single.end,
            ),
            points: [...single.events].sort((a, b) => a - b),
          },
  }
}
