/** One word that nothing is known for: what it may mean, what was decided, and the way back from that. */
import {
  BLANK_STATES,
  CODED_WORDS,
  isAnswered,
  isCoded,
  isNamed,
  type DecidedField,
  type NamedWord,
} from '../../exchange/tables/wordDecisions'
import type { UnknownWord } from '../../exchange/plan/review/unknownWords'
import { companyFieldsOfTable } from '../../domain/companyFields'
import { formatCount } from '../../i18n/format'
import { useCompanyFields } from '../../panels/useCompanyFields'
import type { useCodes } from '../../panels/useCodes'
import { Combobox } from '../../ui/Combobox'
import { useText } from '../../ui/LanguageContext'
import { importer } from '../../workers/importClient'
import { useFieldWord } from './useFieldWord'

type Codes = ReturnType<typeof useCodes>

interface RowProps {
  readonly unknown: UnknownWord
  readonly codes: Codes
  /** Empty keeps the word as it is, null asks again. */
  readonly onDecide: (meaning: string | null) => void
}

export function UnknownWordRow({ unknown, codes, onDecide }: RowProps) {
  const { t, language } = useText()
  const fieldWord = useFieldWord()
  const { field, word, count, decided } = unknown
  return (
    <li>
      <span className="unknown-word">
        <span className="muted small">{fieldWord(field)}</span> <strong>{word || t.wordsNoState}</strong>{' '}
        <span className="muted small">{t.wordsCount(formatCount(count, language))}</span>
      </span>
      {decided === null ? (
        <Undecided unknown={unknown} codes={codes} onDecide={onDecide} />
      ) : (
        <Decided unknown={unknown} decided={decided} codes={codes} onDecide={onDecide} />
      )}
    </li>
  )
}

function Undecided({ unknown, codes, onDecide }: RowProps) {
  const { t } = useText()
  const { field, word, nearest } = unknown
  return (
    <span className="row">
      {nearest === null ? null : (
        <>
          <span className="small">
            {t.wordsNearest(isCoded(field) ? codes.label(CODED_WORDS[field], nearest.value) : nearest.label)}
          </span>
          <button
            type="button"
            className="button"
            aria-label={`${word}${t.colon}${t.wordsTake} ${nearest.label}`}
            onClick={() => onDecide(nearest.value)}
          >
            {t.wordsTake}
          </button>
        </>
      )}
      {isNamed(field) ? (
        <NamedChoice field={field} word={word} onDecide={onDecide} />
      ) : (
        <ListedChoice field={field} word={word} codes={codes} onDecide={onDecide} />
      )}
      <button
        type="button"
        className="button quiet"
        aria-label={`${word || t.wordsNoState}${t.colon}${word === '' ? t.wordsStaysOpen : t.wordsKeep}`}
        onClick={() => onDecide('')}
      >
        {word === '' ? t.wordsStaysOpen : t.wordsKeep}
      </button>
    </span>
  )
}

function Decided({ unknown: { field, word }, decided, codes, onDecide }: RowProps & { readonly decided: string }) {
  const { t, language } = useText()
  const company = companyFieldsOfTable(useCompanyFields(), 'failures')[field]
  const option = company?.choices?.find(({ value }) => value === decided)?.[language]
  const meaning = isCoded(field)
    ? codes.label(CODED_WORDS[field], decided)
    : isAnswered(field) || company?.kind === 'yesNo'
      ? word === ''
        ? t.wordsBlankState(decided)
        : decided === 'true'
          ? t.yes
          : t.no
      : (option ?? decided.replace('|', '-'))
  return (
    <span className="row">
      <span>{decided === '' ? (word === '' ? t.wordsStaysOpen : t.wordsKept) : t.wordsDecided(meaning)}</span>
      <button
        type="button"
        className="button quiet"
        aria-label={`${word || t.wordsNoState}${t.colon}${t.wordsAnew}`}
        onClick={() => onDecide(null)}
      >
        {t.wordsAnew}
      </button>
    </span>
  )
}

interface ChoiceProps<F> extends Pick<RowProps, 'onDecide'> {
  readonly field: F
  readonly word: string
}

/** A part, a train, a place: searched by its name. */
function NamedChoice({ field, word, onDecide }: ChoiceProps<NamedWord>) {
  const { t } = useText()
  return (
    <Combobox
      label={`${word} ${t.wordsMeans}`}
      chosen=""
      placeholder={t.wordsChoose}
      emptyText={t.wordsNoMatch}
      find={async (typed) => (await importer().choices(field, typed)).map(({ value, label }) => ({ id: value, label }))}
      onChoose={(option) => {
        if (option !== null) onDecide(option.id)
      }}
    />
  )
}

/** A code of a list, or yes and no. */
function ListedChoice({ field, word, codes, onDecide }: ChoiceProps<DecidedField> & Pick<RowProps, 'codes'>) {
  const { t, language } = useText()
  const choices = companyFieldsOfTable(useCompanyFields(), 'failures')[field]?.choices
  const answers =
    word === ''
      ? BLANK_STATES.map((state) => [state, t.wordsBlankState(state)] as const)
      : ([
          ['true', t.yes],
          ['false', t.no],
        ] as const)
  return (
    <select
      className="input compact"
      aria-label={`${word || t.wordsNoState} ${t.wordsMeans}`}
      value=""
      onChange={(event) => {
        if (event.target.value !== '') onDecide(event.target.value)
      }}
    >
      <option value="">{t.wordsChoose}</option>
      {isCoded(field)
        ? codes.book[CODED_WORDS[field]].map((code) => (
            <option key={code.code} value={code.code}>
              {code[language]}
            </option>
          ))
        : (choices?.map((choice) => [choice.value, choice[language]] as const) ?? answers).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
    </select>
  )
}
