/** Words that nothing is known for, each decided once for all its rows. */
import { useState } from 'react'
import {
  ANSWERED_WORDS,
  CODED_WORDS,
  NAMED_WORDS,
  type CodedWord,
  type DecidedField,
  type NamedWord,
} from '../../exchange/tables/wordDecisions'
import type { UnknownWord } from '../../exchange/plan/review/unknownWords'
import { formatCount } from '../../i18n/format'
import { useCodes } from '../../panels/useCodes'
import { importer } from '../../workers/importClient'
import { Combobox } from '../../ui/Combobox'
import { useText } from '../../ui/LanguageContext'

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
  const { book, label } = useCodes()
  const [shown, setShown] = useState(STEP)
  if (words.length === 0) return null
  const undecided = words.filter(({ decided }) => decided === null)
  const proposals = undecided.flatMap(({ field, word, nearest }) =>
    nearest === null ? [] : [{ field, word, meaning: nearest.value }],
  )
  const isCoded = (field: DecidedField): field is CodedWord => field in CODED_WORDS
  const isNamed = (field: DecidedField): field is NamedWord => (NAMED_WORDS as readonly string[]).includes(field)
  const nameOf = (field: DecidedField, value: string): string =>
    isCoded(field)
      ? label(CODED_WORDS[field], value)
      : (ANSWERED_WORDS as readonly string[]).includes(field)
        ? value === 'true'
          ? t.yes
          : t.no
        : value.replace('|', '-')
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
        {ordered.slice(0, shown).map(({ field, word, count, nearest, decided }) => (
          <li key={`${field}|${word}`}>
            <span className="unknown-word">
              <span className="muted small">{t.canonicalField(field)}</span> <strong>{word}</strong>{' '}
              <span className="muted small">{t.wordsCount(formatCount(count, language))}</span>
            </span>
            {decided === null ? (
              <span className="row">
                {nearest === null ? null : (
                  <>
                    <span className="small">
                      {t.wordsNearest(isCoded(field) ? nameOf(field, nearest.value) : nearest.label)}
                    </span>
                    <button
                      type="button"
                      className="button"
                      aria-label={`${word}${t.colon}${t.wordsTake} ${nearest.label}`}
                      onClick={() => onDecide([{ field, word, meaning: nearest.value }])}
                    >
                      {t.wordsTake}
                    </button>
                  </>
                )}
                {isNamed(field) ? (
                  <Combobox
                    label={`${word} ${t.wordsMeans}`}
                    chosen=""
                    placeholder={t.wordsChoose}
                    emptyText={t.wordsNoMatch}
                    find={async (typed) =>
                      (await importer().choices(field, typed)).map(({ value, label }) => ({ id: value, label }))
                    }
                    onChoose={(option) => {
                      if (option !== null) onDecide([{ field, word, meaning: option.id }])
                    }}
                  />
                ) : (
                  <select
                    className="input compact"
                    aria-label={`${word} ${t.wordsMeans}`}
                    value=""
                    onChange={(event) => {
                      if (event.target.value !== '') onDecide([{ field, word, meaning: event.target.value }])
                    }}
                  >
                    <option value="">{t.wordsChoose}</option>
                    {isCoded(field)
                      ? book[CODED_WORDS[field]].map((code) => (
                          <option key={code.code} value={code.code}>
                            {code[language]}
                          </option>
                        ))
                      : [
                          <option key="yes" value="true">
                            {t.yes}
                          </option>,
                          <option key="no" value="false">
                            {t.no}
                          </option>,
                        ]}
                  </select>
                )}
                <button
                  type="button"
                  className="button quiet"
                  aria-label={`${word}${t.colon}${t.wordsKeep}`}
                  onClick={() => onDecide([{ field, word, meaning: '' }])}
                >
                  {t.wordsKeep}
                </button>
              </span>
            ) : (
              <span className="row">
                <span>{decided === '' ? t.wordsKept : t.wordsDecided(nameOf(field, decided))}</span>
                <button
                  type="button"
                  className="button quiet"
                  aria-label={`${word}${t.colon}${t.wordsAnew}`}
                  onClick={() => onDecide([{ field, word, meaning: null }])}
                >
                  {t.wordsAnew}
                </button>
              </span>
            )}
          </li>
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
