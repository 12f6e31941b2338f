/** Rows of the failure list put on the clipboard as a table: the selected ones, else the one the keyboard stands on. */
import { companyFieldsOfTable } from '../../domain/companyFields'
import { formatCount } from '../../i18n/format'
import { rowsAsTsv } from '../../panels/rowsAsTsv'
import { useCompanyFields } from '../../panels/useCompanyFields'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import { engine } from '../../workers/engineClient'
import type { TableRow } from '../../workers/engineAnswers'
import type { ListView } from './useListView'

/** More than this belongs in a workbook. */
const MOST = 20_000

export function useCopyRows({ query, fields }: Pick<ListView, 'query' | 'fields'>, chosen: ReadonlySet<string>) {
  const { t, language } = useText()
  const toast = useToast()
  const company = companyFieldsOfTable(useCompanyFields(), 'failures')
  return async (row?: TableRow): Promise<void> => {
    const ids = chosen.size > 0 ? [...chosen] : row === undefined ? [] : [row.id]
    if (ids.length === 0) return
    if (ids.length > MOST) {
      toast(t.copyTooMany(formatCount(ids.length, language), formatCount(MOST, language)))
      return
    }
    try {
      // A row that was selected under other filters is copied too.
      const everything = { language, filters: [], search: '', sorting: query.sorting }
      const rows = await engine().chosenRows(everything, ids, [...fields, 'nodeText'])
      await navigator.clipboard.writeText(rowsAsTsv(rows, fields, language, company))
      toast(t.rowsCopied(formatCount(rows.length, language)))
    } catch {
      toast(t.copyFailed)
    }
  }
}
