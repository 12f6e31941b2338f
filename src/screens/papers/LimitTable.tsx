/** How long each state may take, by path and by priority. */
import { PATHS, type Path } from '../../domain/workflow/forcedPath'
import type { Limit } from '../../domain/workflow/stateClock'
import {
  LIMITED_STATES,
  pathsThrough,
  PRIORITIES,
  type LimitedState,
  type TimeLimits,
} from '../../domain/workflow/timeLimits'
import type { FailureState } from '../../domain/workflow/transitions'
import { formatFigure } from '../../i18n/format'
import { useCodes } from '../../panels/useCodes'
import { useText } from '../../ui/LanguageContext'
import { ScrollX } from '../../ui/ScrollX'

interface Props {
  readonly limits: TimeLimits
  /** The state of the failure that is marked. */
  readonly at: FailureState | null
  readonly pathName: (path: Path) => string
}

export function LimitTable({ limits, at, pathName }: Props) {
  const { t, language } = useText()
  const { label } = useCodes()
  const limitText = (limit: Limit | undefined): string =>
    limit === undefined ? t.none : t.limitText(formatFigure(limit.amount, language), limit.unit)
  const onPath = (limited: LimitedState, path: Path): string => {
    const paths = pathsThrough(limited)
    if (paths.length === 0) return limitText(limits[limited])
    return paths.includes(path) ? limitText(limits[`${limited}.${path}`]) : '–'
  }
  const byPriority = PRIORITIES.flatMap((priority) => {
    const limit = limits[`HANDLING.${priority}`]
    return limit === undefined ? [] : [`${priority} ${limitText(limit)}`]
  }).join(t.listComma)
  return (
    <ScrollX className="paper-scroll" label={t.mapLimits}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.mapState}</th>
            {PATHS.map((own) => (
              <th key={own} scope="col">
                {pathName(own)}
              </th>
            ))}
            <th scope="col">{t.mapPriority}</th>
          </tr>
        </thead>
        <tbody>
          {LIMITED_STATES.map((limited) => (
            <tr
              key={limited}
              className={limited === at ? 'is-now' : undefined}
              aria-current={limited === at ? 'step' : undefined}
            >
              <th scope="row">{label('CL-STATE', limited)}</th>
              {PATHS.map((own) => (
                <td key={own}>{onPath(limited, own)}</td>
              ))}
              <td>{limited === 'HANDLING' ? byPriority : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  )
}
