import type { Language } from '../../i18n/translation'
import type { ReportQuestion } from '../../metrics/reports/report'

/** A conclusion belongs to what was asked and the language it is written in, not to the day it was asked on. */
export const conclusionKey = ({ kind, scope }: ReportQuestion, language: Language): string =>
  JSON.stringify([
    kind,
    scope.nodeId ?? '',
    scope.from,
    scope.to,
    scope.population,
    scope.vehicleTypes,
    scope.depotIds,
    language,
    // Conclusions from before this was asked are of failures counted at the part reported.
    ...(scope.partBasis === 'reported' ? [] : [scope.partBasis]),
  ])
