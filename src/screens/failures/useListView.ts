/** The failure list as it is shown: what the address asks for, how much of it there is, and the same in words. */
import { companyFieldsOfTable } from '../../domain/companyFields'
import { useCallback, useMemo } from 'react'
import type { ColumnField } from '../../metrics/columnMeaning'
import { filterInWords } from '../../panels/filterInWords'
import { useEngine } from '../../panels/useEngine'
import { useWordLabel } from '../../panels/useWordLabel'
import { useText } from '../../ui/LanguageContext'
import { engine } from '../../workers/engineClient'
import { useListAddress } from './useListAddress'
import { useOutline } from './useOutline'
import { useScopeWords } from './useScopeWords'
import { useCompanyFields } from '../../panels/useCompanyFields'

export type ListView = ReturnType<typeof useListView>

export function useListView() {
  const { t, language } = useText()
  const company = companyFieldsOfTable(useCompanyFields(), 'failures')
  const wordLabel = useWordLabel()
  const address = useListAddress()
  const { query, fields } = address
  const key = JSON.stringify(query)
  const { answer: totals, isOld } = useEngine(`totals|${key}`, async (engine) => ({
    ...(await engine.totals(query)),
    key,
  }))
  const { answer: overview } = useEngine('overview', (engine) => engine.overview())
  const shownFields = useMemo(() => [...new Set<ColumnField>([...fields, 'nodeText', 'no'])], [fields])
  const load = useCallback(
    (from: number, to: number) =>
      engine()
        .page(query, from, to, shownFields)
        .then((page) => page.rows),
    [query, shownFields],
  )
  const scopeWords = useScopeWords(query)
  const grouping = useOutline(query)
  const inWords = [
    ...(query.search === '' ? [] : [t.filterWordsSearch(query.search)]),
    ...scopeWords,
    ...query.filters.map((filter) =>
      filterInWords(filter, t, language, (word) => wordLabel(filter.field, word), company),
    ),
  ].join(t.semicolon)
  return {
    ...address,
    /** Null until they are known. */
    totals,
    isOld,
    total: totals?.rows ?? 0,
    /** All failures there are; null until it is known. */
    known: overview?.failures ?? null,
    load,
    grouping,
    /** Changes when the rows may have. */
    sourceKey: `${totals?.key ?? ''}|${overview?.version ?? 0}|${shownFields.join()}`,
    scopeWords,
    inWords,
  }
}
