/** The list a failure was opened from, so that "next" and "previous" follow it. Forgotten when the tab closes. */
import type { TableQuery } from '../../workers/engineAnswers'

const STORED_AS = 'fracas.list'

export const rememberList = (query: TableQuery): void => sessionStorage.setItem(STORED_AS, JSON.stringify(query))

export function rememberedList(): TableQuery | null {
  const stored = sessionStorage.getItem(STORED_AS)
  return stored === null ? null : (JSON.parse(stored) as TableQuery)
}
