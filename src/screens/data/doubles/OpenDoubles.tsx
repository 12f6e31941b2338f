/** Pairs somebody has to look at: they say something different, or something more. */
import { useState } from 'react'
import { Link } from 'wouter'
import { formatCount } from '../../../i18n/format'
import { CommandButton } from '../../../panels/CommandButton'
import { useCommand, useSayDone } from '../../../panels/useCommand'
import { usePerson } from '../../../panels/usePerson'
import type { FoundDouble } from '../../../store/doubledFailures'
import { editFailure } from '../../../store/failures'
import { useText } from '../../../ui/LanguageContext'
import { MergeFailuresDialog } from './MergeFailuresDialog'
import { useDoubleWords } from './useDoubleWords'

const SHOWN = 30

export function OpenDoubles({ found }: { readonly found: readonly FoundDouble[] }) {
  const { t, language } = useText()
  const [shown, setShown] = useState(SHOWN)
  const [merging, setMerging] = useState<FoundDouble | null>(null)
  if (found.length === 0) return null
  const left = found.length - shown
  return (
    <section className="card card-pad stack">
      <h2>{t.doublesOpenPairs(formatCount(found.length, language))}</h2>
      <p className="small muted">{t.doublesOpenPairsWhy}</p>
      <ul className="entry-list">
        {found.slice(0, shown).map((pair) => (
          <Pair key={pair.double.id} pair={pair} onMerge={() => setMerging(pair)} />
        ))}
      </ul>
      {left > 0 ? (
        <div>
          <button type="button" className="button" onClick={() => setShown(shown + SHOWN)}>
            {t.doublesMore(formatCount(Math.min(SHOWN, left), language))}
          </button>
        </div>
      ) : null}
      {merging === null ? null : <MergeFailuresDialog pair={merging} onClose={() => setMerging(null)} />}
    </section>
  )
}

function Pair({ pair: { stays, double }, onMerge }: { readonly pair: FoundDouble; readonly onMerge: () => void }) {
  const { t } = useText()
  const words = useDoubleWords()
  const person = usePerson()
  const { isPending, run } = useCommand()
  const say = useSayDone()
  const keepBoth = async (): Promise<void> => {
    const end = await run(() => editFailure(double.id, { duplicateCheck: 'kept' }, person, { why: t.doublesTwo }))
    if (end.ended === 'done') say(t.doublesTwoDone, end.value)
  }
  return (
    <li className="double-pair">
      <p className="small muted">
        {[words.when(stays), words.train(stays), words.part(stays)].filter((part) => part !== '').join(' · ')}
      </p>
      {[stays, double].map((failure) => (
        <p key={failure.id} className="double-side">
          <Link className="mono" href={`/failures/${failure.id}`}>
            {words.numberOf(failure)}
          </Link>{' '}
          {failure.description ?? ''}
        </p>
      ))}
      <div className="row">
        <CommandButton command="merge-failures" onPress={onMerge}>
          {t.doublesCompare}
        </CommandButton>
        <CommandButton
          command="edit-failure"
          isQuiet
          records={{ failures: [double] }}
          busyWhy={isPending ? t.commandPending : undefined}
          onPress={() => void keepBoth()}
        >
          {t.doublesTwo}
        </CommandButton>
      </div>
    </li>
  )
}
