import { REASONS } from '../../../reliability/reasons'
import { inMillions, perMillion } from '../../../reliability/perMillion'
import type { ComparedGroup } from '../../../metrics/compare/groupRates'
import type { NodeComparison, NoComparison } from '../../../metrics/compare/nodeComparison'
import { FALSE_FINDINGS } from '../../../metrics/rateRanking'
import { formatFigure, formatP } from '../../../i18n/format'
import type { Row, Sheet } from '../ooxml/workbook'
import { count, figure, tableSheet, text } from '../ooxml/tableSheet'
import type { SummaryContext } from './summaryContext'

const columnsOf = ({ t }: SummaryContext): readonly (readonly [string, number])[] => [
  [t.compareGroup, 24],
  [t.chartFailures, 10],
  [t.compareTrains, 9],
  [t.chartExposure, 14],
  [t.chartRate, 14],
  [t.bookLower90, 12],
  [t.bookUpper90, 12],
  [t.bookRatio, 12],
  [t.bookLower90Ratio, 12],
  [t.bookUpper90Ratio, 12],
  ['p', 10],
  [t.compareAdjusted, 12],
  [t.bookRemark, 14],
  [t.bookLivesFailed, 12],
  [t.bookLivesExpected, 14],
  ['β', 10],
  [t.bookGrowthBeta, 14],
]

/** Groups side by side, as the page shows them: rates, ratios to the reference, lives and growth. */
export function groupsSheet(found: NodeComparison | NoComparison, context: SummaryContext): Sheet {
  const { t, language } = context
  const isCompared = found.status === 'compared'
  const above = isCompared
    ? linesAbove(found, context)
    : [[text(`${t.comparedBy(found.by)}: ${REASONS[found.reason][language]}`, 'note')]]
  return tableSheet(
    {
      name: t.bookGroupsSheet,
      columns: columnsOf(context),
      rows: isCompared ? found.groups.map((group) => rowOf(group, found, context)) : [],
      above,
    },
    context,
  )
}

const nameOf = ({ by }: NodeComparison, { word, label }: ComparedGroup, { t }: SummaryContext): string =>
  t.compareGroupName(by, word, label)

function linesAbove(found: NodeComparison, context: SummaryContext): readonly Row[] {
  const { t, language } = context
  const { groups, lives, scatter, by } = found
  const chosen = groups.find(({ isReference }) => isReference)
  const reference = chosen === undefined ? t.compareOthers : nameOf(found, chosen, context)
  const test = lives === null || 'reason' in lives ? null : lives.test
  const figures = (value: number): string => formatFigure(value, language)
  return [
    `${t.comparedBy(by)}; ${t.compareReference}: ${reference}`,
    ...(scatter?.isBeyondChance === true
      ? [t.compareScattered(figures(scatter.ratio), formatP(scatter.p, language))]
      : []),
    ...(test?.status === 'estimated'
      ? [t.groupLivesTest(figures(test.chiSquare), String(test.degrees), formatP(test.p, language))]
      : []),
  ].map((words) => [text(words, 'note')])
}

function rowOf(group: ComparedGroup, found: NodeComparison, context: SummaryContext): Row {
  const { t } = context
  const { lives, histories } = found
  const { mtbf, ratio, adjustedP, isReference } = group
  const isOf = ({ word }: { readonly word: string }): boolean => word === group.word
  const ofLives = lives === null || 'reason' in lives ? undefined : lives.groups.find(isOf)
  const law = histories?.find(isOf)?.growth.law
  return [
    text(nameOf(found, group, context)),
    count(group.rows.length),
    group.trains === null ? undefined : count(group.trains),
    figure(inMillions(group.exposureKm)),
    ...(mtbf.status === 'estimated' ? [mtbf.rate, mtbf.rateLower ?? 0, mtbf.rateUpper] : [null, null, null]).map(
      (rate) => figure(rate === null ? null : perMillion(rate)),
    ),
    ...[ratio?.ratio, ratio?.lower, ratio?.upper, ratio?.p, adjustedP].map(figure),
    text(isReference ? t.compareIsReference : (adjustedP ?? 1) <= FALSE_FINDINGS ? t.compareDifferent : ''),
    ofLives === undefined ? undefined : count(ofLives.failed),
    figure(ofLives?.expected),
    figure(ofLives?.law.status === 'fitted' ? ofLives.law.beta : null),
    figure(law?.status === 'estimated' ? law.fit.beta : null),
  ]
}
