/** Where the data are, whether they are safe, and the ways back: backup files first, because only they outlive the browser. */
import { useState } from 'react'
import { Link } from 'wouter'
import { formatStamp } from '../../../i18n/format'
import { useText } from '../../../ui/LanguageContext'
import '../handover/handOver.css'
import { BackupCard } from './BackupCard'
import { RescueCard } from './RescueCard'
import { RestoreCard, type Given } from './RestoreCard'
import { SpaceCard } from './SpaceCard'
import { ThinCard } from './ThinCard'
import './storage.css'

export function StorageScreen() {
  const { t } = useText()
  const [given, setGiven] = useState<Given | null>(null)
  return (
    <div className="page">
      <header className="spread">
        <h1>{t.storageScreen}</h1>
        <Link href="/data">{t.dataTitle}</Link>
      </header>
      <p className="muted">{t.onThisDeviceWhy}</p>
      <div className="hand-over-pair">
        <BackupCard />
        <RestoreCard given={given} />
      </div>
      <RescueCard onRestore={(file, { at }) => setGiven({ file, said: t.rescueChosen(formatStamp(at)) })} />
      <SpaceCard />
      <ThinCard />
    </div>
  )
}
