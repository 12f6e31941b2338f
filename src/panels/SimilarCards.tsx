/** At most three quiet cards beside a report that is being written: how often, an open problem, what helped last time. */
import { useLiveQuery } from './useLiveQuery'
import { useDeferredValue, useState } from 'react'
import { Link } from 'wouter'
import { dayNumber, isMoment } from '../domain/moment'
import { fittingLessons } from '../domain/knowledge'
import type { Failure } from '../domain/records/failure'
import type { StoredRecord } from '../domain/records/tables'
import { LEAST_FOR_8D } from '../domain/workflow/forcedPath'
import { formatCount } from '../i18n/format'
import { allProblems } from '../store/caseFiles'
import { allKnowledge } from '../store/knowledge'
import { useText } from '../ui/LanguageContext'
import { RowsDrawer, type OpenedRows } from './RowsDrawer'
import { useEngine } from './useEngine'
import './similarCards.css'

interface Props {
  readonly report: Failure
  readonly onJoin: (problemId: string | undefined) => void
  /** A lesson helped, and is counted with the report. */
  readonly onUse: (knowledgeId: string | undefined) => void
}

/** What is known that resembles the report; nothing until it says which part failed when. */
function useSimilar(report: Failure) {
  const { language } = useText()
  const { bomNodeId, symptomCode = '', trainId = '', occurredAt = '', problemId, knowledgeId } = report
  const text = useDeferredValue(report.description ?? '')
  const day = isMoment(occurredAt) && occurredAt.length >= 10 ? dayNumber(occurredAt.slice(0, 10)) : null
  const question =
    bomNodeId === undefined || day === null ? null : { nodeId: bomNodeId, symptomCode, trainId, day, text }
  const { answer } = useEngine(
    question === null ? null : `similar|${JSON.stringify(question)}|${language}`,
    async (engine) => (question === null ? null : engine.similar(question, language)),
  )
  const problem = useLiveQuery(async () => {
    const fitting = (await allProblems()).filter(
      (known) =>
        known.bomNodeId === bomNodeId &&
        known.bomNodeId !== undefined &&
        (symptomCode === '' || known.symptomCode === undefined || known.symptomCode === symptomCode),
    )
    return fitting.find((known) => known.id === problemId) ?? fitting.at(-1) ?? null
  }, [bomNodeId, symptomCode, problemId])
  const lesson =
    useLiveQuery(async () => {
      const fitting =
        bomNodeId === undefined
          ? []
          : fittingLessons(await allKnowledge(), [bomNodeId], symptomCode, occurredAt.slice(0, 10))
      return fitting.find(({ id }) => id === knowledgeId) ?? fitting[0] ?? null
    }, [bomNodeId, symptomCode, knowledgeId, occurredAt]) ?? null
  return { answer: question === null ? null : answer, problem: problem ?? null, lesson }
}

type Similar = NonNullable<ReturnType<typeof useSimilar>['answer']>

export function SimilarCards({ report, onJoin, onUse }: Props) {
  const { t } = useText()
  const [opened, setOpened] = useState<OpenedRows | null>(null)
  const { answer, problem, lesson } = useSimilar(report)
  if (answer === null) return null
  const { lately, cameBack, lastFix } = answer
  const hasCards = lately.length > 0 || cameBack.length > 0 || problem !== null || lesson !== null || lastFix !== null
  if (!hasCards) return null
  const rows = cameBack.length > 0 ? cameBack : lately
  return (
    <aside className="similar" aria-label={t.similarTitle}>
      {rows.length === 0 ? null : (
        <AlikeCard
          similar={answer}
          isSameSymptom={report.symptomCode !== undefined && report.symptomCode !== ''}
          onShow={() => setOpened({ title: t.similarTitle, rows })}
        />
      )}
      {problem === null ? null : (
        <ProblemCard problem={problem} isJoined={report.problemId === problem.id} onJoin={onJoin} />
      )}
      {lesson === null ? null : <LessonCard lesson={lesson} isUsed={report.knowledgeId === lesson.id} onUse={onUse} />}
      {/* At most three cards: a lesson says more than what was done last time. */}
      {lastFix === null || lesson !== null ? null : <LastFixCard lastFix={lastFix} />}
      {opened === null ? null : <RowsDrawer opened={opened} filter={t.similarTitle} onClose={() => setOpened(null)} />}
    </aside>
  )
}

interface AlikeProps {
  readonly similar: Similar
  readonly isSameSymptom: boolean
  readonly onShow: () => void
}

/** How often it happened lately, and whether it came back on this train. */
function AlikeCard({ similar: { lately, cameBack }, isSameSymptom, onShow }: AlikeProps) {
  const { t, language } = useText()
  return (
    <div className="card card-pad">
      <p>
        {lately.length === 0 ? null : t.similarLately(formatCount(lately.length, language), isSameSymptom ? 1 : 0)}{' '}
        {lately.length >= LEAST_FOR_8D ? t.similarSuggestProblem : ''}
      </p>
      {cameBack.length === 0 ? null : (
        <p>
          <strong>{t.similarCameBack(formatCount(cameBack.length, language))}</strong>
        </p>
      )}
      <button type="button" className="button quiet" onClick={onShow}>
        {t.similarRows}
      </button>
    </div>
  )
}

interface ProblemProps extends Pick<Props, 'onJoin'> {
  readonly problem: StoredRecord<'problems'>
  readonly isJoined: boolean
}

function ProblemCard({ problem, isJoined, onJoin }: ProblemProps) {
  const { t } = useText()
  return (
    <div className="card card-pad">
      <p>{t.similarProblem(problem.no ?? '', problem.title ?? '')}</p>
      <button
        type="button"
        className="button quiet"
        aria-pressed={isJoined}
        onClick={() => onJoin(isJoined ? undefined : problem.id)}
      >
        {isJoined ? t.similarJoined : t.similarJoin}
      </button>
    </div>
  )
}

interface LessonProps extends Pick<Props, 'onUse'> {
  readonly lesson: StoredRecord<'knowledgeItems'>
  readonly isUsed: boolean
}

function LessonCard({ lesson, isUsed, onUse }: LessonProps) {
  const { t } = useText()
  return (
    <div className="card card-pad">
      <p className="small muted">
        {t.similarKnowledge} · <Link href={`/knowledge/${lesson.id}`}>{lesson.no}</Link>
      </p>
      <p>
        {lesson.title}
        {t.colon}
        {lesson.fix}
      </p>
      <button
        type="button"
        className="button quiet"
        aria-pressed={isUsed}
        onClick={() => onUse(isUsed ? undefined : lesson.id)}
      >
        {isUsed ? t.similarUsed : t.similarUse}
      </button>
    </div>
  )
}

/** What was done the last time. */
function LastFixCard({ lastFix }: { readonly lastFix: NonNullable<Similar['lastFix']> }) {
  const { t } = useText()
  return (
    <div className="card card-pad">
      <p className="small muted">
        {t.similarFix} · {lastFix.labels['occurredAt']?.slice(0, 10)} · {lastFix.labels['trainId']}
      </p>
      <p>{lastFix.labels['measure']}</p>
      <Link className="small" href={`/failures/${lastFix.id}`}>
        {lastFix.labels['no'] === '' ? t.openPage : lastFix.labels['no']}
      </Link>
    </div>
  )
}
