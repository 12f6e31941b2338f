/** The code lists in force, with the company's own codes. */
import { useLiveQuery } from './useLiveQuery'
import { useMemo } from 'react'
import { codeBook, type CodeBook, type CodeInForce } from '../domain/codeBook'
import type { CodeListName } from '../domain/codeListName'
import { allCodeItems } from '../store/codeItems'
import { useText } from '../ui/LanguageContext'

export function useCodes(): {
  readonly book: CodeBook
  readonly label: (list: CodeListName, code: string | undefined) => string
  readonly labelOf: (code: CodeInForce) => string
} {
  const { language } = useText()
  const items = useLiveQuery(() => allCodeItems(), [])
  return useMemo(() => {
    const book = codeBook(items ?? [])
    return {
      book,
      label: (list: CodeListName, code: string | undefined) =>
        code === undefined || code === '' ? '' : (book[list].find((known) => known.code === code)?.[language] ?? code),
      labelOf: (code: CodeInForce) => code[language],
    }
  }, [items, language])
}
