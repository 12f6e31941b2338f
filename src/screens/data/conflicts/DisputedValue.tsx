/** One field in dispute: its values side by side, one of which is taken, or another one written. */
import { useState } from 'react'
import { shownSide, type Dispute, type Side } from '../../../domain/conflicts'
import type { Json } from '../../../domain/records/field'
import { CommandButton } from '../../../panels/CommandButton'
import { groundOf } from '../../../store/conflicts'
import { useText } from '../../../ui/LanguageContext'
import type { FieldProps } from './ConflictCard'
import { MarkedText } from './MarkedText'
import { canWriteAnother, ThirdValue } from './ThirdValue'
import { asksWhy, settlementOf } from './useSettling'
import { useFieldsOf } from '../../../panels/useCompanyFields'
import { WhoWrote } from './WhoWrote'

interface Props extends FieldProps {
  readonly dispute: Dispute
}

/** Shorter texts differ at a glance. */
const LONG = 12
const isLong = (value: Json): value is string => typeof value === 'string' && value.length >= LONG

export function DisputedValue(props: Props) {
  const { dispute, found, words } = props
  const { t } = useText()
  const [isWriting, setWriting] = useState(false)
  const field = useFieldsOf(found.table)[dispute.field]
  const name = words.nameOf({ table: found.table, field: dispute.field })
  const isMarked = field?.kind === 'text' && dispute.sides.filter(({ value }) => isLong(value)).length > 1
  return (
    <section className="stack conflict-field" aria-label={name}>
      <h3>
        {name} {dispute.kind === 'list' ? <span className="tag conflict-kind">{t.conflictsList}</span> : null}
      </h3>
      <div className="conflict-sides">
        {dispute.sides.map((side) => (
          <SideBox key={JSON.stringify(side.value)} {...props} side={side} name={name} isMarked={isMarked} />
        ))}
      </div>
      {isMarked ? <p className="small muted">{t.conflictsDiffer}</p> : null}
      <div className="row">
        {field !== undefined && canWriteAnother(field) ? (
          <CommandButton
            command="settle-conflict"
            records={aboutField(props, null)}
            isQuiet
            onPress={() => setWriting(true)}
          >
            {t.conflictsThird}
          </CommandButton>
        ) : null}
      </div>
      {isWriting && field !== undefined ? (
        <ThirdValue {...props} field={field} name={name} onClose={() => setWriting(false)} />
      ) : null}
    </section>
  )
}

const aboutField = ({ found, dispute }: Props, value: Json) => ({
  touched: [{ table: found.table, before: found.record, set: { [dispute.field]: value } }],
  isClosed: found.isClosed,
})

interface SideProps extends Props {
  readonly side: Side
  readonly name: string
  readonly isMarked: boolean
}

function SideBox({ side, isMarked, ...props }: SideProps) {
  const { dispute, found, words } = props
  const { t } = useText()
  const named = { table: found.table, field: dispute.field }
  const shown = shownSide(dispute)
  // The shown value is compared with the one before it, every other one with the shown.
  const other = side === shown ? dispute.sides.at(-2) : shown
  const said = words.say(named, side.value)
  return (
    <div className={side === shown ? 'conflict-side is-shown' : 'conflict-side'}>
      <p className="conflict-value">
        {isMarked && isLong(side.value) && typeof other?.value === 'string' ? (
          <MarkedText text={side.value} other={other.value} />
        ) : (
          said
        )}
      </p>
      {side === shown ? <span className="tag conflict-kind">{t.conflictsShown}</span> : null}
      {side.writes.map((write) => {
        const ground = groundOf(found, dispute.field, write)
        return (
          <WhoWrote
            key={`${write.device} ${write.change}`}
            write={write}
            ground={ground}
            stood={
              ground.stood === undefined
                ? undefined
                : ground.stood === null
                  ? t.conflictsStoodEmpty
                  : t.conflictsStood(words.say(named, ground.stood))
            }
          />
        )
      })}
      <div>
        <TakeButton {...props} value={side.value} said={said}>
          {t.conflictsTake}
        </TakeButton>
      </div>
    </div>
  )
}

interface TakeProps extends Props {
  readonly name: string
  readonly value: Json
  /** The value in words, for whoever hears the button without its surroundings. */
  readonly said?: string
  readonly children: string
}

function TakeButton({ name, value, said, children, ...props }: TakeProps) {
  const { found, dispute, settling, recordName } = props
  const { t } = useText()
  return (
    <CommandButton
      command="settle-conflict"
      records={aboutField(props, value)}
      busyWhy={settling.isPending ? t.commandPending : undefined}
      onPress={() =>
        settling.settleOrAsk(
          {
            settlements: [settlementOf(found, dispute, value)],
            title: t.conflictsChooseTitle(name),
            about: recordName,
          },
          asksWhy(found, dispute.field, value),
        )
      }
    >
      {children}
      {said === undefined ? null : <span className="visually-hidden">{`${t.colon}${name} ${said}`}</span>}
    </CommandButton>
  )
}
