/** One lesson: how to recognise it, why it happens, what helps, where it came from and where it helped. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { knowledgeItemFields, type KnowledgeItem } from '../../domain/records/knowledgeItem'
import type { StoredRecord } from '../../domain/records/tables'
import { formatMoment } from '../../i18n/format'
import { ConflictNote } from '../../panels/ConflictNote'
import { RecordDialog } from '../../panels/RecordDialog'
import { RecordFacts } from '../../panels/RecordFacts'
import { usePerson } from '../../panels/usePerson'
import { editKnowledge, knowledgeOf, usesOf } from '../../store/knowledge'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'

const INPUTS = [
  'title',
  'type',
  'bomNodeId',
  'symptomCode',
  'symptom',
  'recognise',
  'cause',
  'fix',
  'state',
  'publishedOn',
  'validUntil',
] as const satisfies readonly (keyof KnowledgeItem)[]
const LONG = ['symptom', 'recognise', 'cause', 'fix'] as const

export function KnowledgeScreen({ id }: { readonly id: string }) {
  const { t } = useText()
  const person = usePerson()
  const [isEditing, setEditing] = useState(useSearchParams()[0].has('edit'))
  const found = useLiveQuery(async () => ({ item: await knowledgeOf(id), uses: await usesOf(id) }), [id])
  if (found === undefined)
    return (
      <div className="page narrow" aria-busy="true">
        <div className="skeleton" style={{ height: 240 }} />
      </div>
    )
  const { item, uses } = found
  if (item === null)
    return (
      <Empty title={t.knowledgeGone} why={t.failureGoneWhy}>
        <Link className="button primary" href="/knowledge">
          {t.knowledge}
        </Link>
      </Empty>
    )
  return (
    <div className="page narrow">
      <Link className="button quiet problem-back" href="/knowledge">
        <ArrowLeft size={16} aria-hidden />
        {t.knowledge}
      </Link>
      <header className="spread">
        <h1>
          <span className="mono">{item.no}</span> {item.title}
        </h1>
        <button type="button" className="button" onClick={() => setEditing(true)}>
          {t.edit}
        </button>
      </header>
      <ConflictNote table="knowledgeItems" id={id} />
      <Lesson item={item} />
      <Uses uses={uses} />
      {isEditing ? (
        <RecordDialog<KnowledgeItem>
          title={t.knowledge}
          form={`knowledgeItems:${id}`}
          label={{ about: item.no ?? '', href: `/knowledge/${id}?edit=1` }}
          table="knowledgeItems"
          fields={knowledgeItemFields}
          names={INPUTS}
          record={item}
          multiline={LONG}
          onSave={(patch, meant) => editKnowledge(id, patch, person, meant)}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </div>
  )
}

function Lesson({ item }: { readonly item: KnowledgeItem }) {
  const { language } = useText()
  return (
    <section className="card card-pad stack">
      <RecordFacts
        table="knowledgeItems"
        fields={knowledgeItemFields}
        record={item}
        hide={['no', 'title', 'problemId', ...LONG]}
      />
      {LONG.map((name) =>
        item[name] === undefined ? null : (
          <div key={name}>
            <h3>{knowledgeItemFields[name][language]}</h3>
            <p style={{ whiteSpace: 'pre-line' }}>{item[name]}</p>
          </div>
        ),
      )}
      {item.problemId === undefined ? null : (
        <p>
          <Link href={`/problems/${item.problemId}`}>{knowledgeItemFields.problemId[language]}</Link>
        </p>
      )}
    </section>
  )
}

/** The failures it helped with. */
function Uses({ uses }: { readonly uses: readonly StoredRecord<'failures'>[] }) {
  const { t } = useText()
  return (
    <section className="card card-pad stack">
      <h2>{t.knowledgeUses(uses.length)}</h2>
      <ul className="entry-list">
        {uses.map((failure) => (
          <li key={failure.id} className="row">
            <Link className="mono" href={`/failures/${failure.id}`}>
              {failure.no ?? t.noNumber}
            </Link>
            <span className="muted">{formatMoment(failure.occurredAt ?? '')}</span>
            <span>{failure.description}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
