/** The figures of a report beside those of the periods before; each opens the failures it was made of. */
import type { OnOpen } from '../../charts/openedMark'
import type { FigureLine } from '../../exchange/write/reports/figureLines'
import { formatCount, formatFigure, formatShare } from '../../i18n/format'
import type { ReportWords } from '../../i18n/reports'
import type { Language } from '../../i18n/translation'
import { numberColumn, TableHead } from '../../ui/TableHead'

interface Props {
  readonly lines: readonly FigureLine[]
  readonly t: ReportWords
  readonly language: Language
  readonly onOpen: OnOpen
}

/** Nothing where a figure has no value for a period, a dash where it cannot be told. */
function figureInWords(value: number | null | undefined, as: FigureLine['as'], language: Language): string {
  if (value === undefined) return ''
  if (value === null) return '—'
  if (as === 'count') return formatCount(value, language)
  return as === 'share' ? formatShare(value, language) : formatFigure(value, language)
}

export function FigureLines({ lines, t, language, onOpen }: Props) {
  return (
    // It scrolls sideways on a phone, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroll-x" role="region" aria-label={t.reportSheet('figures')} tabIndex={0}>
      <table className="table report-figures">
        <TableHead
          columns={[
            t.bookFigure,
            t.bookUnit,
            numberColumn(t.reportNow),
            numberColumn(t.reportBefore),
            numberColumn(t.reportYearBefore),
            numberColumn(t.reportThisYear),
            t.bookRemark,
          ]}
        />
        <tbody>
          {lines.map((line, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- the lines are in a fixed order and a label may come twice
            <Line key={`${line.label}${at}`} line={line} language={language} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface LineProps extends Pick<Props, 'language' | 'onOpen'> {
  readonly line: FigureLine
}

function Line({ line, language, onOpen }: LineProps) {
  const { label, isDetail, unit, as, now, before, yearBefore, thisYear, remark = '', rows } = line
  const shown = (value: number | null | undefined): string => figureInWords(value, as, language)
  return (
    <tr>
      <th scope="row" className={isDetail ? 'detail' : undefined}>
        {label}
      </th>
      <td className="small muted">{unit}</td>
      <td className="number strong">
        {rows === undefined || rows.length === 0 ? (
          shown(now)
        ) : (
          <button
            type="button"
            className="kpi-link"
            aria-label={`${label}: ${shown(now)}`}
            onClick={() => onOpen({ label, rows })}
          >
            {shown(now)}
          </button>
        )}
      </td>
      <td className="number">{shown(before)}</td>
      <td className="number">{shown(yearBefore)}</td>
      <td className="number">{shown(thisYear)}</td>
      <td className="small">{remark}</td>
    </tr>
  )
}
