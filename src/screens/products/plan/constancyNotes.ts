/** What speaks against a plan that takes the rate as constant and failures as independent. */
import { formatFigure, formatP } from '../../../i18n/format'
import type { Messages } from '../../../i18n/messages'
import type { Language } from '../../../i18n/translation'
import type { NodeAnalysis } from '../../../metrics/nodeAnalysis'

const TREND = 0.1

export const constancyNotes = (
  { scatter, laplace }: Pick<NodeAnalysis, 'scatter' | 'laplace'>,
  t: Messages,
  language: Language,
): readonly string[] => [
  ...(scatter?.isBeyondChance === true
    ? [t.planScattered(formatFigure(scatter.ratio, language), formatP(scatter.p, language))]
    : []),
  ...(laplace.status === 'estimated' && laplace.enough && laplace.pTwoSided < TREND
    ? [t.planTrend(formatP(laplace.pTwoSided, language))]
    : []),
]
