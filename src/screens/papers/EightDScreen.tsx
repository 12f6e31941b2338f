/** The 8D report of a problem, ready to print. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { Link } from 'wouter'
import { eightDReport } from '../../exchange/write/papers/eightDReport'
import { PaperView } from '../../panels/PaperView'
import { usePaperWords } from '../../panels/usePaperWords'
import { problemFileOf } from '../../store/caseFiles'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'

export function EightDScreen({ id }: { readonly id: string }) {
  const { t } = useText()
  const words = usePaperWords()
  const file = useLiveQuery(() => problemFileOf(id), [id])
  if (file === undefined || words === null)
    return (
      <div className="page" aria-busy="true">
        <div className="skeleton" style={{ height: 480 }} />
      </div>
    )
  if (file === null)
    return (
      <Empty title={t.problemGone} why={t.failureGoneWhy}>
        <Link className="button primary" href="/problems">
          {t.problems}
        </Link>
      </Empty>
    )
  return (
    <PaperView
      paper={eightDReport(file, words)}
      back={
        <Link className="button quiet" href={`/problems/${id}`}>
          {file.problem.no ?? t.problem}
        </Link>
      }
    />
  )
}
