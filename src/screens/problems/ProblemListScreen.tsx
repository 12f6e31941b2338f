/** All problems: one cause each, with the failures it brought and how far its steps are signed. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { Link } from 'wouter'
import { problemFields } from '../../domain/records/problem'
import type { StoredRecord } from '../../domain/records/tables'
import { signOffsOf, STEPS, unsignedSteps } from '../../domain/workflow/problemSteps'
import { useCodes } from '../../panels/useCodes'
import { useEngine } from '../../panels/useEngine'
import { SeverityTag } from '../../panels/StateTags'
import { allProblems } from '../../store/caseFiles'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'
import { numberColumn, TableHead } from '../../ui/TableHead'
import './problems.css'

const asksSteps = (problem: StoredRecord<'problems'>): boolean =>
  problem.path === '8D' || signOffsOf(problem).length > 0

/** How many failures each problem brought, and how many of them are open; null until it is known. */
type Counts = Readonly<Record<string, { readonly failures: number; readonly open: number }>> | null

const isDone = (counts: Counts, id: string): boolean => (counts?.[id]?.open ?? 0) === 0

export function ProblemListScreen() {
  const { t } = useText()
  const problems = useLiveQuery(() => allProblems(), [])
  const { answer: counts } = useEngine('problem-counts', (engine) => engine.failuresPerProblem())
  if (problems === undefined)
    return (
      <div className="page" aria-busy="true">
        <div className="skeleton" style={{ height: 240 }} />
      </div>
    )
  if (problems.length === 0)
    return (
      <div className="page">
        <header className="spread">
          <h1>{t.problems}</h1>
          <Link className="button" href="/knowledge">
            {t.knowledge}
          </Link>
        </header>
        <Empty title={t.problemsEmpty} why={t.problemsEmptyWhy}>
          <Link className="button primary" href="/failures">
            {t.failures}
          </Link>
        </Empty>
      </div>
    )
  // What still waits comes first, and the newest of it.
  const inOrder = problems.toSorted(
    (a, b) => Number(isDone(counts, a.id)) - Number(isDone(counts, b.id)) || (b.no ?? '').localeCompare(a.no ?? ''),
  )
  return (
    <div className="page">
      <header className="spread">
        <h1>{t.problems}</h1>
        <span className="row">
          <Link className="button" href="/problems/review">
            {t.reviewOpen}
          </Link>
          <Link className="button" href="/knowledge">
            {t.knowledge}
          </Link>
        </span>
      </header>
      <ProblemTable problems={inOrder} counts={counts} />
    </div>
  )
}

interface TableProps {
  readonly problems: readonly StoredRecord<'problems'>[]
  readonly counts: Counts
}

function ProblemTable({ problems, counts }: TableProps) {
  const { t, language } = useText()
  const { label } = useCodes()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  return (
    <div className="card scroll-x">
      <table className="table problem-table">
        <TableHead
          columns={[
            t.problem,
            t.problemTitle,
            problemFields.bomNodeId[language],
            t.dimensionName('symptomCode'),
            t.problemSeverity,
            numberColumn(t.failures),
            t.problemStillOpen,
            t.problemSteps,
          ]}
        />
        <tbody>
          {problems.map((problem) => (
            <Row
              key={problem.id}
              problem={problem}
              part={names?.[problem.bomNodeId ?? ''] ?? ''}
              symptom={label('CL-SYM', problem.symptomCode)}
              counts={counts}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  readonly problem: StoredRecord<'problems'>
  readonly part: string
  readonly symptom: string
  readonly counts: Counts
}

function Row({ problem, part, symptom, counts }: RowProps) {
  const { t } = useText()
  return (
    <tr>
      <td>
        <Link className="mono" href={`/problems/${problem.id}`}>
          {problem.no}
        </Link>
      </td>
      <td>{problem.title}</td>
      <td>{part}</td>
      <td>{symptom}</td>
      <td>
        <SeverityTag code={problem.severityMax} />
      </td>
      <td className="number" data-unit={t.failures}>
        {counts?.[problem.id]?.failures ?? 0}
      </td>
      <td>
        {counts === null ? (
          ''
        ) : (
          <span className={isDone(counts, problem.id) ? 'muted' : ''}>
            {t.problemOpen(counts[problem.id]?.open ?? 0)}
          </span>
        )}
      </td>
      <td className={asksSteps(problem) ? 'muted' : 'muted is-none'}>
        {asksSteps(problem) ? `8D ${STEPS.length - unsignedSteps(problem).length} / ${STEPS.length}` : t.none}
      </td>
    </tr>
  )
}
