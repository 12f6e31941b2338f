/** How the plans of a node came about: what went in, the values between, the result, and on whose authority. */
import { workingLine as line, type Working } from '../working'
import type { Demonstration } from './demonstration'
import type { LifeDemonstrationPlan } from './lifeDemonstrationPlan'
import type { Plan } from './plan'

export const workingOfPlan = ({ demonstration, lifeDemonstration }: Plan): readonly Working[] => [
  ...(demonstration === null ? [] : [workingOfDemonstration(demonstration)]),
  ...(lifeDemonstration === null ? [] : [workingOfLifeDemonstration(lifeDemonstration)]),
]

/** Index of twice the target among the chances of a line. */
const TWICE = 2

const workingOfDemonstration = (shown: Demonstration): Working => ({
  topic: 'demonstration',
  source: 'NIST/SEMATECH e-Handbook 8.3.1.1; MIL-HDBK-338B 8.3.2',
  lines: [
    line('planTarget', 'm', shown.targetKm, 'km'),
    line('planConfidence', 'C', shown.confidence),
    ...(shown.shown === null
      ? []
      : [
          line('planFailuresBefore', 'n', shown.shown.failures),
          line('planExposureBefore', 'T₀', shown.shown.exposureKm, 'km'),
          line('planShownConfidence', 'P(χ²(2n + 2) ≤ 2T₀/m)', shown.shown.confidence),
          line('planShownMtbf', '2T₀/χ²(C; 2n + 2)', shown.shown.mtbfKm, 'km'),
        ]),
    line('planPace', '', shown.pace.trainKmAMonth, 'km'),
    line('planPerTrainKm', '', shown.pace.perTrainKm),
    ...shown.lines.flatMap(({ allowed, exposureKm, chances }) => [
      line('planToRun', `T(c = ${allowed})`, exposureKm, 'km'),
      line('planChanceAtTwice', `P(N ≤ ${allowed})`, chances[TWICE] ?? null),
    ]),
    ...(shown.anyOfThem === null ? [] : [line('planAnyLine', '', shown.anyOfThem)]),
  ],
})

const workingOfLifeDemonstration = (shown: LifeDemonstrationPlan): Working => ({
  topic: 'lifeDemonstration',
  source: 'Meeker & Escobar (1998) ch. 10.6; Abernethy, The New Weibull Handbook ch. 6',
  lines: [
    line('planItems', 'N', shown.items),
    line('planLife', 'L', shown.lifeKm, 'km'),
    line('planShare', 'p', shown.share),
    line('planShape', 'β', shown.shape),
    line('planScale', 'η', shown.etaKm, 'km'),
    line('planConfidence', 'C', shown.confidence),
    ...shown.lines.flatMap(({ allowed, eachKm, chances }) => [
      line('planEach', `t(c = ${allowed})`, eachKm, 'km'),
      line('planChanceAtTwice', `P(X ≤ ${allowed})`, chances[TWICE] ?? null),
    ]),
  ],
})
