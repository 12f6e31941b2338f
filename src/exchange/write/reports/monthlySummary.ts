/** A report as the data of the monthly summary form. The form is Chinese. */
import { dateOfDay } from '../../../domain/moment'
import type { TemplateData, TemplateRecord } from '../templates/templateBinding'
import type { ReportAbout, ReportData } from './reportContext'
import { perMillion } from '../../../reliability/perMillion'

const KM_PER_TEN_THOUSAND = 1e4
const PERCENT = 100
const PARTS = 10
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

export function monthlySummary({ report }: ReportData, { conclusion, targetFpmk }: ReportAbout): TemplateData {
  const [year = '', month = ''] = dateOfDay(report.now.from).split('-')
  return {
    cells: { titleMonth: { kind: 'blanks', parts: [year, month], text: `${year}-${month}` }, conclusion },
    lists: {
      vehicleTypes: report.vehicleTypes.map(
        ({ vehicleType, figures: { exposure, counted, delays, withdrawn, mtbf, closedOfThese } }): TemplateRecord => ({
          vehicleType,
          trains: exposure.trains,
          km10k: rounded(exposure.trainKm / KM_PER_TEN_THOUSAND, 2),
          failures: counted.length,
          delays: delays.length,
          withdrawn: withdrawn.length,
          fpmk: mtbf.status === 'estimated' ? rounded(perMillion(mtbf.rate), 3) : undefined,
          target: targetFpmk,
          closed: closedOfThese,
          closureShare: counted.length === 0 ? undefined : rounded((closedOfThese / counted.length) * PERCENT, 1),
        }),
      ),
      topNodes: report.parts
        .slice(0, PARTS)
        .map(
          ({
            label,
            rows,
            share,
            cumulative,
            before,
            yearBefore,
            mainCause,
            mainResponsible,
            withAction,
            actionDone,
          }): TemplateRecord => ({
            node: label,
            failures: rows.length,
            share: rounded(share * PERCENT, 1),
            cumulative: rounded(cumulative * PERCENT, 1),
            lastMonth: report.before.isRecorded ? before : '',
            yearOnYear: yearOnYear(rows.length, yearBefore, report.yearBefore.isRecorded),
            mainCause,
            responsible: mainResponsible, // Nobody wrote an action down: that is not “not begun”.
            actionState: withAction === 0 ? '' : actionDone >= withAction ? '已完成' : '进行中',
          }),
        ),
    },
  }
}

/** `+3 (8→11)`; a percentage of small numbers would say more than is known. */
function yearOnYear(now: number, then: number, isRecorded: boolean): string {
  if (!isRecorded) return ''
  const change = now - then
  return `${change > 0 ? '+' : change === 0 ? '±' : '−'}${Math.abs(change)} (${then}→${now})`
}
