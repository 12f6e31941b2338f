/** The words papers are written in: language, codes and names in force. */
import { useMemo } from 'react'
import { paperWords, type PaperWords } from '../exchange/write/papers/paperWords'
import { useText } from '../ui/LanguageContext'
import { useCodes } from './useCodes'
import { useCompanyFields } from './useCompanyFields'
import { useEngine } from './useEngine'

/** null until the names are known. */
export function usePaperWords(): PaperWords | null {
  const { t, language } = useText()
  const { book } = useCodes()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const company = useCompanyFields()
  return useMemo(
    () => (names === null ? null : paperWords(language, t, names, book, company)),
    [language, t, names, book, company],
  )
}
