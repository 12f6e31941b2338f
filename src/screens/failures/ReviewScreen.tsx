/** Review mode: one failure a page in large text, the steps that can be taken, and what is said about it; then the minutes. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'wouter'
import { failedPart } from '../../domain/failedPart'
import { reviewMinutes } from '../../exchange/write/papers/reviewMinutes'
import { reviewNotesOf } from '../../domain/workflow/reviewNotes'
import { localMoment } from '../../i18n/format'
import { PaperView } from '../../panels/PaperView'
import { ReviewPages } from '../../panels/ReviewPages'
import { useActor } from '../../panels/useActor'
import { useCodes } from '../../panels/useCodes'
import { useEngine } from '../../panels/useEngine'
import { usePaperWords } from '../../panels/usePaperWords'
import { reviewed } from '../../store/reviews'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'
import { rememberedList } from './listOrder'
import { ReviewItem } from './ReviewItem'

const MOST = 200
/** What a review board looks at when nobody chose anything else. */
const STATES = ['CLOSE_REVIEW', 'ANALYSIS', 'VERIFY']

export function ReviewScreen() {
  const { t, language } = useText()
  const [params] = useSearchParams()
  const list = params.get('of') === 'list' ? rememberedList() : null
  const query = list ?? {
    language,
    filters: [{ field: 'state' as const, op: 'is' as const, values: STATES }],
    search: '',
    sorting: [{ field: 'state' as const, descending: false }],
  }
  const { answer } = useEngine(`review|${JSON.stringify(query)}`, (engine) => engine.idsOf(query))
  const isCut = (answer?.length ?? 0) > MOST
  return (
    <ReviewPages
      found={answer === null ? null : answer.slice(0, MOST)}
      from={[list === null ? t.reviewFromStates : t.reviewFromList, ...(isCut ? [t.reviewMost(MOST)] : [])].join(
        t.semicolon,
      )}
      nothing={
        <Empty title={t.reviewNothing} why={t.reviewNothingWhy}>
          <Link className="button primary" href="/failures">
            {t.failures}
          </Link>
        </Empty>
      }
      page={(id) => <ReviewItem key={id} id={id} />}
      minutes={(ids, back) => <Minutes ids={ids} back={back} />}
    />
  )
}

/** Everything of this review somebody decided or said something about today. */
function Minutes({ ids, back }: { readonly ids: readonly string[]; readonly back: ReactNode }) {
  const { t } = useText()
  const { label } = useCodes()
  const { actor } = useActor()
  const words = usePaperWords()
  const day = localMoment().slice(0, 10)
  const found = useLiveQuery(() => reviewed(ids, new Date(`${day}T00:00`).getTime()), [ids, day])
  if (found === undefined || words === null)
    return (
      <div className="page" aria-busy="true">
        <div className="skeleton" style={{ height: 480 }} />
      </div>
    )
  const items = found
    .map(({ failure, steps }) => ({
      no: failure.no ?? t.noNumber,
      about: [
        words.nameOf(failure.trainId),
        words.nameOf(failedPart(failure).nodeId),
        failure.title ?? failure.description ?? '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
      state: label('CL-STATE', failure.state),
      decisions: steps.map(t.commandName),
      minutes: reviewNotesOf(failure)
        .filter((note) => note.day === day)
        .map(({ by, text }) => (by === '' || by === actor ? text : `${by}${t.colon}${text}`)),
    }))
    .filter(({ decisions, minutes }) => decisions.length > 0 || minutes.length > 0)
  return <PaperView paper={reviewMinutes(day, actor, items, words)} back={back} />
}
