/** Words that nothing is known for, each decided once for all its rows. */
import { useState } from 'react'
import type { DecidedField } from '../../exchange/tables/wordDecisions'
import type { UnknownWord } from '../../exchange/plan/review/unknownWords'
import { formatCount } from '../../i18n/format'
import { useCodes } from '../../panels/useCodes'
import { useText } from '../../ui/LanguageContext'
import { UnknownWordRow } from './UnknownWordRow'

export interface WordDecision {
  readonly field: DecidedField
  readonly word: string
  readonly meaning: string | null
}

const STEP = 12

export function UnknownWordsPanel({
  words,
  onDecide,
}: {
  readonly words: readonly UnknownWord[]
  readonly onDecide: (decisions: readonly WordDecision[]) => void
}) {
  const { t, language } = useText()
  const codes = useCodes()
  const [shown, setShown] = useState(STEP)
  if (words.length === 0) return null
  const undecided = words.filter(({ decided }) => decided === null)
  // Only what is beyond doubt is taken together; the others are looked at one by one.
  const proposals = undecided.flatMap(({ field, word, nearest, isSure }) =>
    nearest === null || !isSure ? [] : [{ field, word, meaning: nearest.value }],
  )
  // Undecided words first, and among them those that a proposal stands ready for.
  const ordered = [...undecided, ...words.filter(({ decided }) => decided !== null)]
  return (
    <section className="card card-pad stack">
      <div className="spread">
        <h3>{t.wordsTitle}</h3>
        <span className="chip">{t.wordsUndecided(formatCount(undecided.length, language))}</span>
      </div>
      <p className="small muted">{t.wordsWhy}</p>
      <div>
        <button
          type="button"
          className="button"
          disabled={proposals.length === 0}
          title={proposals.length === 0 ? t.wordsTakeAllNone : undefined}
          onClick={() => onDecide(proposals)}
        >
          {t.wordsTakeAll(formatCount(proposals.length, language))}
        </button>
      </div>
      <ul className="unknown-words">
        {ordered.slice(0, shown).map((unknown) => (
          <UnknownWordRow
            key={`${unknown.field}|${unknown.word}`}
            unknown={unknown}
            codes={codes}
            onDecide={(meaning) => onDecide([{ field: unknown.field, word: unknown.word, meaning }])}
          />
        ))}
      </ul>
      {ordered.length > shown ? (
        <div>
          <button type="button" className="button" onClick={() => setShown(shown + 4 * STEP)}>
            {t.wordsMore(formatCount(Math.min(4 * STEP, ordered.length - shown), language))}
          </button>
        </div>
      ) : null}
    </section>
  )
}
