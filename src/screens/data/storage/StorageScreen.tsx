/** Where the data are, whether they are safe, and the ways back: backup files first, because only they outlive the browser. */
import { Link } from 'wouter'
import { useText } from '../../../ui/LanguageContext'
import '../handover/handOver.css'
import { BackupCard } from './BackupCard'
import { RestoreCard } from './RestoreCard'
import { SpaceCard } from './SpaceCard'

export function StorageScreen() {
  const { t } = useText()
  return (
    <div className="page">
      <header className="spread">
        <h1>{t.storageScreen}</h1>
        <Link href="/data">{t.dataTitle}</Link>
      </header>
      <p className="muted">{t.onThisDeviceWhy}</p>
      <div className="hand-over-pair">
        <BackupCard />
        <RestoreCard />
      </div>
      <SpaceCard />
    </div>
  )
}
