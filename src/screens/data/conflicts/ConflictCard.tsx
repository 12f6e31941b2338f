/** One record on which devices disagree: its steps together, every other field by itself. */
import { Link } from 'wouter'
import { recordHref } from '../../../panels/recordHref'
import type { ConflictWords } from '../../../panels/useConflictWords'
import type { Disagreement } from '../../../store/conflicts'
import { useText } from '../../../ui/LanguageContext'
import { DisputedValue } from './DisputedValue'
import { useRecordName } from './useRecordName'
import { RecordWays } from './RecordWays'
import type { Settling } from './useSettling'

interface CardProps {
  readonly words: ConflictWords
  readonly found: Disagreement
  readonly settling: Settling
}

export interface FieldProps extends CardProps {
  readonly recordName: string
}

export function ConflictCard({ found, settling, words }: CardProps) {
  const { t } = useText()
  const name = useRecordName()(found)
  const href = recordHref(found, found.owner)
  const facts = found.disputes.filter(({ kind }) => kind !== 'position')
  const shared = { found, settling, words, recordName: name }
  return (
    <li className="card card-pad stack conflict-card">
      <h2>{href === null ? name : <Link href={href}>{name}</Link>}</h2>
      {found.isClosed ? <p className="small muted">{t.conflictsClosed}</p> : null}
      {facts.length < found.disputes.length ? <RecordWays {...shared} /> : null}
      {facts.map((dispute) => (
        <DisputedValue key={dispute.field} dispute={dispute} {...shared} />
      ))}
    </li>
  )
}
