/** The list a failure was opened from, so that "next" and "previous" follow it. Forgotten when the tab closes. */
import { keepChoice, keptChoice } from '../../ui/keptChoice'
import type { TableQuery } from '../../workers/engineAnswers'

const STORED_AS = 'fracas.listOrder'

export const rememberList = (query: TableQuery): void => keepChoice(STORED_AS, JSON.stringify(query), 'tab')

export function rememberedList(): TableQuery | null {
  const stored = keptChoice(STORED_AS, 'tab')
  return stored === null ? null : (JSON.parse(stored) as TableQuery)
}
