/** What solved problems taught: searched exactly or roughly, with how often each item helped. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useDeferredValue, useEffect, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { knowledgeItemFields, type KnowledgeItem } from '../../domain/records/knowledgeItem'
import { isInForce } from '../../domain/knowledge'
import { plainText } from '../../domain/plainText'
import { formatCount, localMoment } from '../../i18n/format'
import { queryTokens, tokenTest, type InitialsOf } from '../../metrics/fuzzyWords'
import { useCodes } from '../../panels/useCodes'
import { useEngine } from '../../panels/useEngine'
import { allKnowledge, lessonUses } from '../../store/knowledge'
import { pinyinInitials } from '../../workers/pinyin'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'

const wordsOf = ({ no, title, symptom, recognise, cause, fix }: KnowledgeItem): readonly string[] =>
  [no, title, symptom, recognise, cause, fix].filter((text) => text !== undefined)

/**
 * Do the words of an item say what is searched? Exact: every word stands there as typed. Rough: initials of the pinyin,
 * wildcards, one letter wrong.
 */
function useWordTest(wanted: string, isExact: boolean): (texts: readonly string[]) => boolean {
  const [initials, setInitials] = useState<InitialsOf | null>(null)
  useEffect(() => {
    void pinyinInitials().then((known) => setInitials(() => known))
  }, [])
  const tests = queryTokens(wanted).map((token) =>
    isExact ? (text: string) => plainText(text).includes(token) : tokenTest(token, initials),
  )
  return (texts) => {
    const parts = texts.filter((text) => text !== '').flatMap((text) => text.split(/[\n，。；,;]/u))
    return tests.every((test) => parts.some(test))
  }
}

/** The lessons that say what is searched, those that helped most first; undefined until they are read. */
function useLessons(query: string, isExact: boolean) {
  const { label } = useCodes()
  const found = useLiveQuery(async () => ({ items: await allKnowledge(), uses: await lessonUses() }), [])
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const fits = useWordTest(useDeferredValue(query), isExact)
  /** Its part and its symptom, by name. */
  const aboutOf = ({ bomNodeId = '', symptomCode }: KnowledgeItem): readonly string[] =>
    [names?.[bomNodeId] ?? '', label('CL-SYM', symptomCode)].filter((part) => part !== '')
  if (found === undefined) return undefined
  const rows = found.items
    .map((item) => ({ item, about: aboutOf(item), uses: found.uses.get(item.id) ?? 0 }))
    .filter(({ item, about }) => fits([...wordsOf(item), ...about]))
    .sort((a, b) => b.uses - a.uses || ((a.item.no ?? '') < (b.item.no ?? '') ? 1 : -1))
  return { rows, all: found.items.length }
}

export function KnowledgeListScreen() {
  const { t, language } = useText()
  const [params, setParams] = useSearchParams()
  const query = params.get('q') ?? ''
  const isExact = params.get('exact') === '1'
  const lessons = useLessons(query, isExact)
  const set = (name: 'q' | 'exact', value: string): void =>
    setParams(
      (before) =>
        new URLSearchParams([
          ...[...before].filter(([key]) => key !== name),
          ...(value === '' ? [] : [[name, value] as [string, string]]),
        ]),
      { replace: true },
    )
  if (lessons === undefined)
    return (
      <div className="page narrow" aria-busy="true">
        <div className="skeleton" style={{ height: 240 }} />
      </div>
    )
  const { rows, all } = lessons
  return (
    <div className="page narrow">
      <h1>{t.knowledge}</h1>
      {all === 0 ? (
        <Empty title={t.knowledgeEmpty} why={t.knowledgeEmptyWhy}>
          <Link className="button primary" href="/problems">
            {t.problems}
          </Link>
        </Empty>
      ) : (
        <>
          <Search query={query} isExact={isExact} onChange={set} />
          <p className="small muted" role="status">
            {t.knowledgeFound(formatCount(rows.length, language), formatCount(all, language))}
          </p>
          <ul className="entry-list">
            {rows.map((row) => (
              <Lesson key={row.item.id} {...row} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

interface SearchProps {
  readonly query: string
  readonly isExact: boolean
  readonly onChange: (name: 'q' | 'exact', value: string) => void
}

function Search({ query, isExact, onChange }: SearchProps) {
  const { t } = useText()
  return (
    <div className="row">
      <label className="field grow">
        <span className="visually-hidden">{t.knowledgeSearch}</span>
        <input
          className="input"
          type="search"
          placeholder={t.knowledgeSearch}
          value={query}
          onChange={(event) => onChange('q', event.target.value)}
        />
      </label>
      <button type="button" className="button" aria-pressed={!isExact} onClick={() => onChange('exact', '')}>
        ≈ {t.knowledgeRough}
      </button>
      <button type="button" className="button" aria-pressed={isExact} onClick={() => onChange('exact', '1')}>
        = {t.knowledgeExact}
      </button>
    </div>
  )
}

interface LessonProps {
  readonly item: KnowledgeItem & { readonly id: string }
  readonly uses: number
  readonly about: readonly string[]
}

function Lesson({ item, uses, about }: LessonProps) {
  const { t, language } = useText()
  const today = localMoment().slice(0, 10)
  return (
    <li className="card card-pad stack">
      <div className="spread">
        <span>
          <Link href={`/knowledge/${item.id}`}>
            <span className="mono">{item.no}</span> {item.title}
          </Link>{' '}
          {isInForce(item, today) ? null : (
            <span className="chip">
              {knowledgeItemFields.state.choices?.find(({ value }) => value === item.state)?.[language] ??
                t.knowledgeExpired}
            </span>
          )}
        </span>
        <span className="small">{t.knowledgeUses(uses)}</span>
      </div>
      <p className="small muted">{about.join(' · ')}</p>
      <p>
        <strong>
          {knowledgeItemFields.fix[language]}
          {t.colon}
        </strong>
        {item.fix}
      </p>
    </li>
  )
}
