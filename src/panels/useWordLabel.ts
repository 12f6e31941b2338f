/** How the words of a filter read: codes by their lists, references by the names the engine knows. */
import { useCallback } from 'react'
import { companyFieldsOfTable } from '../domain/companyFields'
import { columnMeaning, type ColumnField } from '../metrics/columnMeaning'
import { useText } from '../ui/LanguageContext'
import { useCodes } from './useCodes'
import { useCompanyFields } from './useCompanyFields'
import { useEngine } from './useEngine'

export function useWordLabel(): (field: ColumnField, word: string) => string {
  const { t, language } = useText()
  const company = companyFieldsOfTable(useCompanyFields(), 'failures')
  const { label } = useCodes()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  return useCallback(
    (field, word) => {
      const meaning = columnMeaning(field, company)
      if (meaning.kind === 'code' && meaning.list !== undefined) return label(meaning.list, word)
      if (meaning.kind === 'choice') return meaning.choices?.find(({ value }) => value === word)?.[language] ?? word
      if (meaning.kind === 'yesNo') return word === 'yes' ? t.yes : t.no
      if (meaning.kind === 'ref') return names?.[word] ?? word
      return word
    },
    [label, names, t, language, company],
  )
}
