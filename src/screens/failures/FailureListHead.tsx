/** The head of the failure list: how many, the columns, the ways out of it, the search and the filters. */
import { Columns3, Download, Search } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { formatCount } from '../../i18n/format'
import { ExportLedgerMenu } from '../../panels/ExportLedgerMenu'
import { exportFailures } from '../../panels/exportFailures'
import { useActor } from '../../panels/useActor'
import { ViewsMenu } from '../../panels/ViewsMenu'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import { engine } from '../../workers/engineClient'
import { rememberList } from './listOrder'
import type { ListView } from './useListView'

interface Props {
  readonly view: ListView
  readonly onColumns: () => void
  /** The filters. */
  readonly children: ReactNode
}

export function FailureListHead({ view, onColumns, children }: Props) {
  const { t } = useText()
  const { query, change } = view
  return (
    <header className="failures-head">
      <div className="spread">
        <h1>
          {t.failuresTitle} <HowMany view={view} />
        </h1>
        <Actions view={view} onColumns={onColumns} />
      </div>
      <div className="failures-search">
        <Search size={16} aria-hidden />
        <input
          type="search"
          className="input"
          aria-label={t.search}
          placeholder={t.failuresSearch}
          value={query.search}
          onChange={(event) => change('q', event.target.value)}
        />
      </div>
      {children}
    </header>
  )
}

function HowMany({ view: { totals, known, total, isFiltered } }: Pick<Props, 'view'>) {
  const { t, language } = useText()
  if (totals === null || known === null) return null
  return (
    <span className="muted small">
      {isFiltered
        ? t.failuresOf(formatCount(total, language), formatCount(known, language))
        : t.failuresCount(formatCount(total, language))}
    </span>
  )
}

function Actions({ view: { query, total, inWords }, onColumns }: Pick<Props, 'view' | 'onColumns'>) {
  const { t, language } = useText()
  const { actor } = useActor()
  const toast = useToast()
  const [isExporting, setIsExporting] = useState(false)
  const runExport = async (): Promise<void> => {
    setIsExporting(true)
    try {
      const count = await exportFailures(await engine().idsOf(query), {
        language,
        filterInWords: inWords === '' ? t.filterNothing : inWords,
        actor,
      })
      toast(t.exportDone(count))
    } catch (error) {
      toast(t.exportFailed(error instanceof Error ? error.message : String(error)))
    }
    setIsExporting(false)
  }
  return (
    <div className="row">
      <ViewsMenu />
      <button type="button" className="button" onClick={onColumns}>
        <Columns3 size={16} aria-hidden />
        {t.columns}
      </button>
      <button
        type="button"
        className="button"
        disabled={isExporting || total === 0}
        title={total === 0 ? t.emptyFiltered : undefined}
        onClick={() => void runExport()}
      >
        <Download size={16} aria-hidden />
        {isExporting ? t.exporting : t.exportExcel}
      </button>
      <Link className="button" href="/review?of=list" onClick={() => rememberList(query)}>
        {t.reviewOpen}
      </Link>
      <ExportLedgerMenu ids={() => engine().idsOf(query)} {...(total === 0 ? { disabledWhy: t.emptyFiltered } : {})} />
    </div>
  )
}
