/** What imports have learned: words and what they mean, headers and what their columns hold. Each can be forgotten. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { CODED_WORDS, isAnswered, isCoded, type DecidedField } from '../../exchange/tables/wordDecisions'
import type { RememberedMapping } from '../../exchange/plan/review/headerFingerprint'
import { companyFieldsOfTable } from '../../domain/companyFields'
import { formatCount } from '../../i18n/format'
import { wordsOfImports } from '../../i18n/importWords'
import { CommandButton } from '../../panels/CommandButton'
import { useCodes } from '../../panels/useCodes'
import { useCompanyFields } from '../../panels/useCompanyFields'
import { useCommand, useSayDone } from '../../panels/useCommand'
import { usePerson } from '../../panels/usePerson'
import { useText } from '../../ui/LanguageContext'
import { forgetMapping, recallImport, rememberWords } from '../../workers/importMemory'
import { useFieldWord } from './useFieldWord'

interface Learned {
  readonly key: string
  readonly about: string
  readonly name: string
  readonly meaning: string
  readonly forget: () => void
}

export function LearnedPanel() {
  const { t, language } = useText()
  const learned = useLearned()
  if (learned === null || learned.words.length + learned.sheets.length === 0) return null
  const { words, sheets } = learned
  return (
    <details className="card card-pad learned">
      <summary>
        <h2>{t.learnedTitle}</h2>
        <span className="chip">{t.learnedWords(formatCount(words.length, language))}</span>
        <span className="chip">{t.learnedSheets(formatCount(sheets.length, language))}</span>
      </summary>
      <p className="small muted">{t.learnedWhy}</p>
      <ul className="unknown-words">
        {[...words, ...sheets].map(({ key, about, name, meaning, forget }) => (
          <li key={key}>
            <span className="unknown-word">
              <span className="muted small">{about}</span> <strong>{name}</strong> → {meaning}
            </span>
            <CommandButton command="save-setting" isQuiet onPress={forget}>
              {t.learnedForget}
              <span className="visually-hidden"> {name}</span>
            </CommandButton>
          </li>
        ))}
      </ul>
    </details>
  )
}

function useLearned(): { readonly words: readonly Learned[]; readonly sheets: readonly Learned[] } | null {
  const { t, language } = useText()
  const names = wordsOfImports(language)
  const fieldWord = useFieldWord()
  const codes = useCodes()
  const company = companyFieldsOfTable(useCompanyFields(), 'failures')
  const person = usePerson()
  const { run } = useCommand()
  const sayDone = useSayDone()
  const memory = useLiveQuery(() => recallImport(), [])
  if (memory === undefined) return null
  const forgetting = (give: () => ReturnType<typeof forgetMapping>) => (): void => {
    void run(give).then((end) => {
      if (end.ended === 'done') sayDone(t.learnedForgotten, end.value)
    })
  }
  const meaningOf = (field: DecidedField, word: string, meaning: string): string => {
    if (meaning === '') return word === '' ? t.wordsStaysOpen : t.learnedKept
    if (isCoded(field)) return codes.label(CODED_WORDS[field], meaning)
    const own = company[field]
    if (own?.choices !== undefined) return own.choices.find(({ value }) => value === meaning)?.[language] ?? meaning
    if (!isAnswered(field) && own?.kind !== 'yesNo') return meaning.replace('|', '-')
    return word === '' ? t.wordsBlankState(meaning) : meaning === 'true' ? t.yes : t.no
  }
  const columnsOf = ({ columns }: RememberedMapping): string =>
    Object.entries(columns)
      .map(([header, field]) => `${header} → ${field === null ? t.learnedLeftOut : fieldWord(field)}`)
      .join(t.semicolon)
  return {
    words: (Object.entries(memory.words) as [DecidedField, Readonly<Record<string, string>>][]).flatMap(
      ([field, known]) =>
        Object.entries(known).map(([word, meaning]) => ({
          key: `${field}|${word}`,
          about: fieldWord(field),
          name: word === '' ? t.wordsNoState : word,
          meaning: meaningOf(field, word, meaning),
          forget: forgetting(() => rememberWords([[field, word, null]], person)),
        })),
    ),
    sheets: Object.entries(memory.mappings).map(([fingerprint, mapping]) => ({
      key: fingerprint,
      about: t.reviewSheet,
      name: fingerprint.split('|').slice(0, 6).join(t.listComma),
      meaning: t.learnedColumns(names.sheetKindName(mapping.kind), columnsOf(mapping)),
      forget: forgetting(() => forgetMapping(fingerprint, person)),
    })),
  }
}
