/** Every step of the workflow: from where, to where, past which gates, by whom, and on which paths. */
import { isOneOf } from '../../domain/closedSet'
import { PATHS, type Path } from '../../domain/workflow/forcedPath'
import {
  FAILURE_TABLE,
  isOnPath,
  WORKFLOW,
  type FailureState,
  type Transition,
} from '../../domain/workflow/transitions'
import { targetsIn } from '../../domain/workflow/workflow'
import { useCodes } from '../../panels/useCodes'
import { useText } from '../../ui/LanguageContext'
import { ScrollX } from '../../ui/ScrollX'

interface Props {
  /** The state of the failure that is marked. */
  readonly at: FailureState | null
  readonly pathName: (path: Path) => string
}

const COLUMNS = [
  ['mapNo', '4%'],
  ['mapStep', '17%'],
  ['mapFrom', '19%'],
  ['mapTo', '13%'],
  ['mapGates', '11%'],
  ['mapRoles', '18%'],
  ['mapAsks', '10%'],
  ['mapPaths', '8%'],
] as const

export function StepTable({ at, pathName }: Props) {
  const { t } = useText()
  const words = useStepWords(pathName)
  return (
    <ScrollX className="paper-scroll" label={t.mapSteps}>
      <table>
        <thead>
          <tr>
            {COLUMNS.map(([name, width]) => (
              <th key={name} scope="col" style={{ width }}>
                {t[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {WORKFLOW.map((step, place) => (
            <tr key={step.name} className={isOneOf(step.from, at) ? 'is-now' : undefined}>
              <td>{place + 1}</td>
              <th scope="row">{t.stepName(step.name)}</th>
              <td>{words.from(step)}</td>
              <td>{words.to(step)}</td>
              <td>{words.gates(step)}</td>
              <td>{step.roles.map((role) => `${t.roleName(role)} ${role}`).join(t.listComma)}</td>
              <td>{step.asks.map(t.askedName).join(t.listComma)}</td>
              <td>{words.paths(step)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  )
}

/** What each step of the table says in words. */
function useStepWords(pathName: Props['pathName']) {
  const { t } = useText()
  const { label } = useCodes()
  const stateNames = (states: readonly string[]): string =>
    states.map((known) => label('CL-STATE', known)).join(t.listComma)
  return {
    from: (step: Transition): string => stateNames(step.from),
    to: (step: Transition): string => {
      if (step.to === null) return t.mapStays
      return step.to === 'previous'
        ? t.mapPrevious(stateNames(targetsIn(FAILURE_TABLE, step)))
        : label('CL-STATE', step.to)
    },
    gates: ({ gates, onlyClassification }: Transition): string => {
      if (gates === 'all') return t.mapAllGates
      if (gates.length === 0) return t.none
      return `${gates.join(' ')}${onlyClassification === true ? ` ${t.mapClassificationOnly}` : ''}`
    },
    paths: (step: Transition): string => {
      if (step.when === undefined) return t.mapEveryPath
      const ways = PATHS.filter((own) => isOnPath(step, own))
      return ways.map(pathName).join(t.listComma)
    },
  }
}
