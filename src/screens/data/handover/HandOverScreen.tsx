/** Data given to other devices by file, and theirs taken in. */
import { Link } from 'wouter'
import { useText } from '../../../ui/LanguageContext'
import { DeviceCard } from './DeviceCard'
import { HandOverCard } from './HandOverCard'
import { KeyList } from './KeyList'
import { PackageList } from './PackageList'
import { TakeInCard } from './TakeInCard'
import './handOver.css'

export function HandOverScreen() {
  const { t } = useText()
  return (
    <div className="page">
      <header className="spread">
        <h1>{t.handOverTitle}</h1>
        <Link href="/data">{t.dataTitle}</Link>
      </header>
      <p className="muted">{t.handOverWhy}</p>
      <div className="hand-over-pair">
        <HandOverCard />
        <TakeInCard />
      </div>
      <PackageList />
      <KeyList />
      <DeviceCard />
    </div>
  )
}
