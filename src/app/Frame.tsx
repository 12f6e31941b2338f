/** What surrounds every screen: navigation (rail on a desk, bar on a phone), language, the sample and update notices. */
import { LANGUAGE_NAME, LANGUAGE_TAG, OTHER_LANGUAGE } from '../i18n/inLanguage'
import {
  AlertTriangle,
  BellRing,
  CircleDot,
  Database,
  FileChartColumn,
  Home,
  ListTodo,
  Network,
  Plus,
  Search,
  Settings,
  Table2,
} from 'lucide-react'
import { Fragment, useCallback, useEffect, useState, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { EngineNotice } from '../panels/EngineNotice'
import { useTeamAccount } from '../panels/teamAccount'
import { CleanedTextNotice } from '../panels/CleanedTextNotice'
import { lazyPart } from '../ui/lazyPart'
import { useText } from '../ui/LanguageContext'
import { callPalette, onPaletteCalled } from '../ui/paletteCall'
import { useShortcuts } from '../panels/palette/useShortcuts'
import { SampleBanner } from './SampleBanner'
import { UpdateNotice } from './UpdateNotice'
import { LateCount } from './LateCount'
import { MorePlaces, type Place } from './MorePlaces'
import './frame.css'

const CommandPalette = lazyPart(async () => (await import('../panels/palette/CommandPalette')).CommandPalette, null)
const countOfWork = async () => (await import('../screens/work/CountOfMine')).CountOfMine
const handOverPill = async () => (await import('../panels/HandOverPill')).HandOverPill
const countOfAlerts = async () => (await import('../screens/alerts/CountOfAlerts')).CountOfAlerts
const countOfConflicts = async () => (await import('../screens/data/conflicts/CountOfConflicts')).CountOfConflicts
/** They need the database, which is not part of the first load. */
const Keepers = lazyPart(async () => (await import('../panels/Keepers')).Keepers, null)
const KeySheet = lazyPart(async () => (await import('../panels/palette/KeySheet')).KeySheet, null)

export function Frame({ children }: { readonly children: ReactNode }) {
  const { t } = useText()
  const [location] = useLocation()
  const isUnder = (path: string): boolean => location.startsWith(path) && location !== '/failures/new'
  const isAt = (path: string): boolean =>
    path === '/' ? location === '/' : isUnder(path) || (path === '/data' && isUnder('/master'))
  const link = ({ path, label, icon }: Place, on: 'desk' | 'both', count?: ReactNode) => (
    <Link
      href={path}
      className={on === 'desk' ? 'nav-link nav-desk' : 'nav-link'}
      aria-current={isAt(path) ? 'page' : undefined}
    >
      {icon}
      <span>{label}</span>
      {count}
    </Link>
  )
  const alerts = { path: '/alerts', label: t.navAlerts, icon: <BellRing size={20} aria-hidden /> }
  const others: readonly Place[] = [
    { path: '/problems', label: t.problemsShort, icon: <CircleDot size={20} aria-hidden /> },
    { path: '/products', label: t.products, icon: <Network size={20} aria-hidden /> },
    { path: '/reports', label: t.reports, icon: <FileChartColumn size={20} aria-hidden /> },
    { path: '/data', label: t.data, icon: <Database size={20} aria-hidden /> },
    { path: '/settings', label: t.settings, icon: <Settings size={20} aria-hidden /> },
  ]
  return (
    <div className="frame">
      <a className="skip-link" href="#content">
        {t.skipToContent}
      </a>
      <nav className="nav no-print" aria-label={t.mainNavigation}>
        <Link href="/" className="brand" aria-label={t.appName}>
          <img src="/icon.svg" alt="" width={26} height={26} />
          <span>{t.appName}</span>
        </Link>
        <button type="button" className="nav-find nav-desk" onClick={callPalette} aria-keyshortcuts="Control+K Meta+K">
          <Search size={16} aria-hidden />
          <span>{t.findAnything}</span>
          <kbd aria-hidden>Ctrl K</kbd>
        </button>
        {link({ path: '/', label: t.home, icon: <Home size={20} aria-hidden /> }, 'both')}
        {link(
          { path: '/work', label: t.navWork, icon: <ListTodo size={20} aria-hidden /> },
          'both',
          <LateCount load={countOfWork} />,
        )}
        {link(alerts, 'desk', <LateCount load={countOfAlerts} />)}
        {link({ path: '/failures', label: t.failures, icon: <Table2 size={20} aria-hidden /> }, 'both')}
        <Link
          href="/failures/new"
          className="nav-report"
          aria-label={t.reportFailure}
          aria-current={location === '/failures/new' ? 'page' : undefined}
        >
          <Plus size={22} aria-hidden />
          <span className="nav-long">{t.reportFailure}</span>
          <span className="nav-short" aria-hidden>
            {t.reportShort}
          </span>
        </Link>
        {others.map((place) => (
          <Fragment key={place.path}>
            {link(place, 'desk', place.path === '/data' ? <LateCount load={countOfConflicts} /> : undefined)}
          </Fragment>
        ))}
        <MorePlaces places={[alerts, ...others]} isAt={isAt}>
          <LanguageAndDevice />
        </MorePlaces>
        <div className="nav-foot">
          <LanguageAndDevice />
        </div>
      </nav>
      <div className="frame-main">
        <EngineNotice />
        <CleanedTextNotice />
        <SampleBanner />
        <Keepers />
        <UpdateNotice />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
      <OverEverything />
    </div>
  )
}

/** The other language, and where the data lie. */
function LanguageAndDevice() {
  const { t, language, setLanguage } = useText()
  const account = useTeamAccount()
  return (
    <>
      <button
        type="button"
        className="button quiet"
        onClick={() => setLanguage(OTHER_LANGUAGE[language])}
        lang={LANGUAGE_TAG[OTHER_LANGUAGE[language]]}
      >
        {LANGUAGE_NAME[OTHER_LANGUAGE[language]]}
      </button>
      <LateCount load={handOverPill} />
      {account !== null ? null : (
        <p className="small muted" title={t.onThisDeviceWhy}>
          <AlertTriangle size={12} aria-hidden /> {t.onThisDevice}
        </p>
      )}
    </>
  )
}

/** What opens over any screen: the search over everything, and the sheet of keys. */
function OverEverything() {
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null)
  const close = useCallback(() => setOpen(null), [])
  useShortcuts(setOpen)
  useEffect(() => onPaletteCalled(() => setOpen('palette')), [])
  if (open === null) return null
  return open === 'palette' ? <CommandPalette onClose={close} /> : <KeySheet onClose={close} />
}
