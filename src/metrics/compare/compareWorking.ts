/** How the figures of a comparison came about: per group what went in and what came out, and on whose authority. */
import { perMillion } from '../../reliability/perMillion'
import { workingLine as line, type Working, type WorkingLine } from '../working'
import type { ComparedGroup } from './groupRates'
import type { LivesOfGroup } from './groupLives'
import type { NoComparison, NodeComparison } from './nodeComparison'
import type { SeveralCauses } from './severalCauses'

/** More groups would fill pages; the table beside the drawing has them all. */
const MOST_GROUPS = 12
const RATE = '/10⁶ km'

/** @param nameOf the word of a group, as people read it */
export function workingOfComparison(
  found: NodeComparison | NoComparison,
  nameOf: (group: Pick<ComparedGroup, 'word' | 'label'>) => string,
): readonly Working[] {
  if (found.status !== 'compared')
    return [{ topic: 'compareRates', source: '', lines: [line('categories', 'm', null, '', found.reason)] }]
  const told = found.groups.toSorted((a, b) => b.rows.length - a.rows.length).slice(0, MOST_GROUPS)
  const names = new Map(found.groups.map((group) => [group.word, nameOf(group)]))
  const { scatter, lives } = found
  return [
    {
      topic: 'compareRates',
      source: 'Clopper & Pearson (1934); McCullagh & Nelder (1989) ch. 9.2; Benjamini & Hochberg (1995)',
      lines: [
        line('categories', 'm', found.groups.length),
        line('rated', 'n', found.failures),
        line('exposure', 'T', found.exposureKm, 'km'),
        ...(scatter === null
          ? []
          : [
              line('scatterSum', `χ²(${scatter.degrees})`, scatter.chiSquare),
              line('scatterRatio', 'χ²/ν', scatter.ratio),
              line('pValue', 'p', scatter.p),
            ]),
        ...told.flatMap((group) => linesOfRate(group, names.get(group.word) ?? '')),
      ],
    },
    ...(lives === null || 'reason' in lives
      ? []
      : [
          {
            topic: 'compareLives' as const,
            source: 'Mantel (1966); Peto & Peto (1972); Klein & Moeschberger (2003) ch. 7.3',
            lines: [
              ...(lives.test.status === 'estimated'
                ? [
                    line('logRank', `χ²(${lives.test.degrees})`, lives.test.chiSquare),
                    line('pValue', 'p', lives.test.p),
                  ]
                : [line('logRank', 'χ²', null, '', lives.test.reason)]),
              ...lives.groups
                .filter(({ word }) => told.some((group) => group.word === word))
                .flatMap((group) => linesOfLives(group, names.get(group.word) ?? '')),
            ],
          },
        ]),
  ]
}

function linesOfRate(
  { rows, exposureKm, mtbf, ratio, adjustedP }: ComparedGroup,
  name: string,
): readonly WorkingLine[] {
  return [
    line('groupFailures', `${name}: n`, rows.length),
    line('groupExposure', `${name}: T`, exposureKm, 'km'),
    ...(mtbf.status !== 'estimated'
      ? [line('groupRate', `${name}: n/T`, null, RATE)]
      : [
          line('groupRate', `${name}: n/T`, perMillion(mtbf.rate), RATE),
          line('lower', name, perMillion(mtbf.rateLower ?? 0), RATE),
          line('upper', name, perMillion(mtbf.rateUpper), RATE),
        ]),
    ...(ratio === null
      ? []
      : [
          line('groupRatio', name, ratio.ratio),
          line('ratioLower', name, ratio.lower),
          line('ratioUpper', name, ratio.upper),
          line('pValue', `${name}: p`, ratio.p),
          line('pAdjusted', name, adjustedP),
        ]),
  ]
}

const linesOfLives = ({ failed, expected, suspended, law }: LivesOfGroup, name: string): readonly WorkingLine[] => [
  line('failed', `${name}: O`, failed),
  line('failedExpected', `${name}: E`, expected),
  line('suspended', name, suspended),
  ...(law.status === 'fitted'
    ? [
        line('beta', `${name}: β`, law.beta),
        line('betaLower', name, law.betaBounds[0]),
        line('betaUpper', name, law.betaBounds[1]),
      ]
    : [line('beta', `${name}: β`, null, '', law.reason)]),
]

/** @param nameOf a coefficient, by the place of its column */
export function workingOfCauses(found: SeveralCauses, nameOf: (column: string) => string): Working {
  const { likelihoodRatio, allProportional, scatter } = found
  const effects = found.causes.flatMap(({ levels }) =>
    levels.flatMap(({ effect }) => (effect === null ? [] : [effect])),
  )
  return {
    topic: 'causes',
    source: 'Cox (1972); Efron (1977); Grambsch & Therneau (1994); Lawless (2003) ch. 6.3',
    lines: [
      line('failed', 'r', found.failed),
      line('coefficients', 'k', found.coefficients),
      ...(scatter === null
        ? []
        : [
            line('scatterSum', `χ²(${scatter.degrees})`, scatter.chiSquare),
            line('scatterRatio', 'χ²/ν', scatter.ratio),
          ]),
      line('logLikelihood', 'ln L', found.logLikelihood),
      line('likelihoodRatio', `χ²(${likelihoodRatio.degrees})`, likelihoodRatio.chiSquare),
      line('pValue', 'p', likelihoodRatio.p),
      ...(allProportional === null
        ? []
        : [
            line('proportional', `χ²(${allProportional.degrees})`, allProportional.chiSquare),
            line('pValue', 'p (ln t)', allProportional.p),
          ]),
      ...effects.flatMap(({ hazard, weibull }, at) => {
        const name = nameOf(found.columns[at] ?? '')
        return [
          line('hazardRatio', `${name}: e^b`, hazard.ratio),
          line('ratioLower', name, hazard.lower),
          line('ratioUpper', name, hazard.upper),
          ...(weibull === null ? [] : [line('lifeRatio', `${name}: e^c`, weibull.life.ratio)]),
        ]
      }),
    ],
  }
}
