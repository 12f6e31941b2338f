/** Home with data: report, continue a draft, what fails most, what came in last, what waits for a decision. */
import { FileChartColumn, FilePlus2, LayoutDashboard, Search, Tv } from 'lucide-react'
import { Link } from 'wouter'
import { formatCount } from '../../i18n/format'
import { REPORT_KIND_NAMES } from '../../metrics/reports/reportKinds'
import { useText } from '../../ui/LanguageContext'
import { callPalette } from '../../ui/paletteCall'
import type { Overview } from '../../workers/engineAnswers'
import { HomeAlerts } from './HomeAlerts'
import { HomeConflicts } from './HomeConflicts'
import { HomeDrafts } from './HomeDrafts'
import { LatestList } from './LatestList'
import { NowFigures } from './NowFigures'
import { WaitingList } from './WaitingList'
import { WatchList } from './WatchList'
import { BackupReminder } from '../../panels/BackupReminder'
import './dashboard.css'

export function Dashboard({ overview }: { readonly overview: Overview }) {
  const { t, language } = useText()
  return (
    <div className="page dashboard">
      <div className="dash-hero">
        <Link href="/failures/new" className="button primary big">
          <FilePlus2 size={20} aria-hidden />
          {t.reportFailure}
        </Link>
        <button type="button" className="button big only-phone" onClick={callPalette}>
          <Search size={18} aria-hidden />
          {t.findAnything}
        </button>
        <p className="muted">
          {t.homeCounts} <Link href="/failures">{t.countFailures(formatCount(overview.failures, language))}</Link> ·{' '}
          <Link href="/products">{t.countNodes(formatCount(overview.nodes, language))}</Link> ·{' '}
          {t.countTrains(formatCount(overview.trains, language))} ·{' '}
          {t.countReadings(formatCount(overview.readings, language))}
        </p>
      </div>
      <HomeDrafts />
      {overview.unassigned > 0 ? (
        <p className="note warn">
          <Link href="/data">{t.homeUnassigned(formatCount(overview.unassigned, language))}</Link>
        </p>
      ) : null}
      <HomeConflicts />
      <BackupReminder />
      <NowFigures />
      <HomeAlerts />
      <WaitingList />
      <section className="card card-pad spread" aria-label={t.homeReports}>
        <div className="row">
          {REPORT_KIND_NAMES.map((kind) => (
            <Link key={kind} href={`/reports?kind=${kind}`} className={kind === 'weekly' ? 'button primary' : 'button'}>
              <FileChartColumn size={16} aria-hidden />
              {t.homeReport(kind)}
            </Link>
          ))}
        </div>
        <span className="row">
          <span className="small muted">{t.homeReportsWhy}</span>
          <Link href="/boards" className="button">
            <LayoutDashboard size={16} aria-hidden />
            {t.boardsTitle}
          </Link>
          <Link href="/screen" className="button">
            <Tv size={16} aria-hidden />
            {t.kioskDraw}
          </Link>
        </span>
      </section>
      <div className="dash-grid">
        <WatchList />
        <LatestList />
      </div>
      <p className="small muted">{t.noteOffline}</p>
    </div>
  )
}
