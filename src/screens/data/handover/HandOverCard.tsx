/** What to hand over, with which passphrase, and the file that comes of it. */
import { useLiveQuery } from '../../../panels/useLiveQuery'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { formatBytes, formatCount, localMoment } from '../../../i18n/format'
import { usePerson } from '../../../panels/usePerson'
import { handOverState, notePackage, type HandOverChoice } from '../../../store/handOver'
import { changesIn } from '../../../domain/changeRanges'
import { deviceCode } from '../../../domain/deviceId'
import { useText } from '../../../ui/LanguageContext'
import { makePackage } from '../../../workers/packageClient'
import type { MakingPackage } from '../../../workers/packages'
import { isOneOf } from '../../../domain/closedSet'
import { givePackage, packageName } from './givePackage'
import { ONE_KINDS, OneRecord, type One, type OneKind } from './OneRecord'
import { packageTroubleInWords } from './packageTrouble'
import { PassphraseField } from './PassphraseField'
import { ThreadProgress } from './ThreadProgress'
import { useThread } from './useThread'

type Kind = OneKind | 'new' | 'everything' | 'period'

const isOneKind = (kind: Kind): kind is OneKind => isOneOf(ONE_KINDS, kind)

interface Said {
  readonly isGood: boolean
  readonly words: string
}

/** The record the address asks to hand over by itself. */
function useOneOfAddress(): One | null {
  const [params] = useSearchParams()
  const kind = ONE_KINDS.find((name) => params.has(name))
  const id = kind === undefined ? null : params.get(kind)
  return kind === undefined || id === null ? null : { kind, id, label: params.get('label') ?? id }
}

export function HandOverCard() {
  const { t, language } = useText()
  const person = usePerson()
  const address = useOneOfAddress()
  const state = useLiveQuery(() => handOverState())
  const [kind, setKind] = useState<Kind>(address?.kind ?? 'new')
  const [one, setOne] = useState(address)
  const [days, setDays] = useState({ from: '', to: '' })
  const [passphrase, setPassphrase] = useState('')
  const [said, setSaid] = useState<Said | null>(null)
  const { running, run } = useThread(
    () => setSaid({ isGood: false, words: t.handOverCancelled }),
    (why) => setSaid({ isGood: false, words: t.handOverFailed(why) }),
  )
  const fresh = state === undefined ? 0 : state.changes - state.handedOver
  const isPeriodWrong = kind === 'period' && (days.from === '' || days.to === '' || days.from > days.to)
  const isOneMissing = isOneKind(kind) && one?.kind !== kind
  const lacking = isPeriodWrong ? t.handOverPeriodWrong : isOneMissing ? t.handOverOneNeeded : undefined
  const why = running !== null ? t.loading : lacking

  const make = async (): Promise<void> => {
    setSaid(null)
    const madeAt = localMoment()
    const [choice, about] = chosen(kind, days, one)
    const making = { choice, about, person, madeAt, build: __BUILD__, passphrase }
    const made = await run((onStage) => makePackage(making, onStage))
    if (made === null) return
    if (!made.ok) {
      setSaid({ isGood: false, words: t.handOverFailed(packageTroubleInWords(made.trouble, t, language)) })
      return
    }
    const name = packageName(deviceCode(made.note.device), madeAt, 'package')
    if (made.file === null) return
    const given = await givePackage(made.file, name)
    if (given === 'dismissed') {
      setSaid({ isGood: false, words: t.handOverCancelled })
      return
    }
    await notePackage(made.note)
    const counts = {
      changes: formatCount(changesIn(made.note.numbers), language),
      files: formatCount(made.counts.files, language),
    }
    setSaid({
      isGood: true,
      words:
        given === 'shared' ? t.handOverShared(name) : t.handOverDone(name, formatBytes(made.bytes, language), counts),
    })
  }

  const option = (value: Kind, label: string) => (
    <label className="hand-over-choice">
      <input type="radio" name="hand-over" checked={kind === value} onChange={() => setKind(value)} />
      <span>{label}</span>
    </label>
  )
  return (
    <section className="card card-pad stack" aria-label={t.handOverMake}>
      <h2>{t.handOverMake}</h2>
      <p className="small muted">{t.handOverMakeWhy}</p>
      <fieldset className="hand-over-choices">
        <legend className="visually-hidden">{t.handOverWhat}</legend>
        {option('new', t.handOverNew(formatCount(fresh, language)))}
        {option('everything', t.handOverEverything)}
        {option('period', t.handOverPeriod)}
        {kind === 'period' ? <Days days={days} onChange={setDays} /> : null}
        {ONE_KINDS.map((value) => (
          <div key={value}>
            {option(value, t.handOverOneKind(value))}
            {kind === value ? (
              <div className="hand-over-days">
                <OneRecord kind={value} chosen={one?.kind === value ? one : null} onChoose={setOne} />
              </div>
            ) : null}
          </div>
        ))}
      </fieldset>
      <PassphraseField
        label={t.handOverPassphrase}
        why={t.handOverPassphraseWhy}
        value={passphrase}
        onChange={setPassphrase}
      />
      {kind === 'new' && state !== undefined && state.handedOver > 0 && fresh === 0 ? (
        <p className="small muted">{t.handOverNothing}</p>
      ) : null}
      <div>
        <button
          type="button"
          className="button primary"
          disabled={why !== undefined}
          title={why}
          onClick={() => void make()}
        >
          {t.handOverButton}
        </button>
        {lacking === undefined ? null : <p className="small muted">{lacking}</p>}
      </div>
      {running === null ? null : <ThreadProgress {...running} />}
      <div role={said?.isGood === false ? 'alert' : 'status'}>
        {said === null ? null : <p className={said.isGood ? 'note' : 'note alarm'}>{said.words}</p>}
      </div>
    </section>
  )
}

function Days({
  days,
  onChange,
}: {
  readonly days: { readonly from: string; readonly to: string }
  readonly onChange: (days: { readonly from: string; readonly to: string }) => void
}) {
  const { t } = useText()
  return (
    <div className="hand-over-days">
      {(['from', 'to'] as const).map((side) => (
        <label key={side} className="field">
          <span className="small muted">{side === 'from' ? t.handOverFrom : t.handOverTo}</span>
          <input
            className="input"
            type="date"
            value={days[side]}
            onChange={(event) => onChange({ ...days, [side]: event.target.value })}
          />
        </label>
      ))}
    </div>
  )
}

/** What is read from the log, and what the manifest says was chosen. */
function chosen(
  kind: Kind,
  { from, to }: { readonly from: string; readonly to: string },
  one: One | null,
): readonly [HandOverChoice, MakingPackage['about']] {
  if (isOneKind(kind) && one !== null) return [{ kind: one.kind, id: one.id }, one]
  if (kind === 'period')
    return [
      { kind, from: new Date(`${from}T00:00`).getTime(), to: new Date(`${to}T23:59:59.999`).getTime() },
      { kind, from, to },
    ]
  return kind === 'everything' ? [{ kind }, { kind }] : [{ kind: 'new' }, { kind: 'new', since: null }]
}
