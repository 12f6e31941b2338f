/** Pairs that nothing tells apart: seen in a list, merged with one button and one undo. */
import { useState } from 'react'
import { formatCount, localMoment } from '../../../i18n/format'
import { CommandButton } from '../../../panels/CommandButton'
import { ReasonDialog } from '../../../panels/ReasonDialog'
import { useSayDone } from '../../../panels/useCommand'
import { usePerson } from '../../../panels/usePerson'
import { mergeExactDoubles, MOST_DOUBLES_AT_ONCE, type FoundDouble } from '../../../store/doubledFailures'
import type { Change } from '../../../domain/change'
import { useText } from '../../../ui/LanguageContext'
import { ScrollX } from '../../../ui/ScrollX'
import { TableHead } from '../../../ui/TableHead'
import { useDoubleWords } from './useDoubleWords'

const PREVIEWED = 10

export function ExactDoubles({ found }: { readonly found: readonly FoundDouble[] }) {
  const { t, language } = useText()
  const [asking, setAsking] = useState(false)
  if (found.length === 0) return null
  const most = formatCount(MOST_DOUBLES_AT_ONCE, language)
  const count = formatCount(Math.min(found.length, MOST_DOUBLES_AT_ONCE), language)
  return (
    <section className="card card-pad stack" aria-label={t.doublesExact(formatCount(found.length, language))}>
      <h2>{t.doublesExact(formatCount(found.length, language))}</h2>
      <p className="small muted">{t.doublesExactWhy}</p>
      <Preview found={found} />
      {found.length > MOST_DOUBLES_AT_ONCE ? <p className="small muted">{t.doublesExactFirst(most)}</p> : null}
      <div>
        <CommandButton command="merge-failures" onPress={() => setAsking(true)}>
          {t.doublesExactMerge(count)}
        </CommandButton>
      </div>
      {asking ? <AskWhy found={found} title={t.doublesExactMerge(count)} onClose={() => setAsking(false)} /> : null}
    </section>
  )
}

function Preview({ found }: { readonly found: readonly FoundDouble[] }) {
  const { t, language } = useText()
  const words = useDoubleWords()
  return (
    <>
      <ScrollX label={t.doublesTitle}>
        <table className="table">
          <TableHead columns={[t.doublesStays, t.doublesDouble, words.whenLabel, words.trainLabel, words.partLabel]} />
          <tbody>
            {found.slice(0, PREVIEWED).map(({ stays, double }) => (
              <tr key={double.id}>
                <td className="mono nowrap">{words.numberOf(stays)}</td>
                <td className="mono nowrap">{words.numberOf(double)}</td>
                <td className="nowrap">{words.when(stays)}</td>
                <td>{words.train(stays)}</td>
                <td>{words.part(stays)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      {found.length > PREVIEWED ? (
        <p className="small muted">{t.conflictsPreviewMore(formatCount(found.length - PREVIEWED, language))}</p>
      ) : null}
    </>
  )
}

interface AskProps {
  readonly found: readonly FoundDouble[]
  readonly title: string
  readonly onClose: () => void
}

function AskWhy({ found, title, onClose }: AskProps) {
  const { t, language } = useText()
  const person = usePerson()
  const say = useSayDone()
  const done = (change: Change | null): void => {
    const merged = change?.edits.filter(({ set }) => set['mergedInto'] !== undefined).length ?? 0
    say(change === null ? t.doublesNothingMerged : t.doublesMerged(formatCount(merged, language)), change)
  }
  return (
    <ReasonDialog
      title={title}
      question={t.doublesExactAsk}
      form="doubles-exact"
      label={{ about: t.doublesTitle, href: '/data/doubles' }}
      submit={t.masterMergeNow}
      run={(why) =>
        mergeExactDoubles(
          found.map(({ stays, double }) => [stays.id, double.id] as const),
          person,
          localMoment(),
          why,
        )
      }
      onDone={done}
      onClose={onClose}
    />
  )
}
