/** The head of the failure list: how many, the columns, the ways out of it, the search and the filters. */
import { Columns3, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { formatCount } from '../../i18n/format'
import { ViewsMenu } from '../../panels/ViewsMenu'
import { useText } from '../../ui/LanguageContext'
import { ExportMenu } from './ExportMenu'
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

function Actions({ view, onColumns }: Pick<Props, 'view' | 'onColumns'>) {
  const { t } = useText()
  return (
    <div className="row">
      <ViewsMenu />
      <button type="button" className="button" onClick={onColumns}>
        <Columns3 size={16} aria-hidden />
        {t.columns}
      </button>
      <ExportMenu view={view} />
      <Link className="button" href="/review?of=list" onClick={() => rememberList(view.query)}>
        {t.reviewOpen}
      </Link>
    </div>
  )
}
