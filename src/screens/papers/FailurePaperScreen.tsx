/** One of the forms of a failure, ready to print. */
import { oneOf } from '../../domain/closedSet'
import { useLiveQuery } from '../../panels/useLiveQuery'
import { Link } from 'wouter'
import { FAILURE_FORMS, failureForm } from '../../exchange/write/papers/failureForms'
import { PaperView } from '../../panels/PaperView'
import { usePaperWords } from '../../panels/usePaperWords'
import { caseFileOf } from '../../store/caseFiles'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'

export function FailurePaperScreen({ id, form: asked }: { readonly id: string; readonly form: string }) {
  const { t } = useText()
  const words = usePaperWords()
  const file = useLiveQuery(() => caseFileOf(id), [id])
  const form = oneOf(FAILURE_FORMS, asked)
  if (file === undefined || words === null)
    return (
      <div className="page" aria-busy="true">
        <div className="skeleton" style={{ height: 480 }} />
      </div>
    )
  if (file === null || form === undefined)
    return (
      <Empty title={t.paperGone} why={t.failureGoneWhy}>
        <Link className="button primary" href="/failures">
          {t.failures}
        </Link>
      </Empty>
    )
  return (
    <PaperView
      paper={failureForm(form, file, words)}
      back={
        <>
          <Link className="button quiet" href={`/failures/${id}`}>
            {file.failure.no ?? t.noNumber}
          </Link>
          {FAILURE_FORMS.map((known) => (
            <Link
              key={known}
              className="button"
              aria-current={known === form ? 'page' : undefined}
              href={`/print/failure/${id}/${known}`}
              replace
            >
              {t.paperForm(known)}
            </Link>
          ))}
        </>
      }
    />
  )
}
