/** First run: language, then three doors, and the way back from a backup file. */
import { LANGUAGE_NAME, LANGUAGE_TAG } from '../../i18n/inLanguage'
import { FileSpreadsheet, FilePlus2, RotateCcw, TrainFront } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { reasonInWords } from '../../panels/reasonInWords'
import { usePerson } from '../../panels/usePerson'
import { loadSample } from '../../panels/loadSample'
import { LANGUAGES } from '../../i18n/translation'
import { useText } from '../../ui/LanguageContext'
import { lazyPart } from '../../ui/lazyPart'
import './welcome.css'

/** The database library is not part of the first load; what was begun comes a moment later. */
const HomeDrafts = lazyPart(async () => (await import('./HomeDrafts')).HomeDrafts, null)

export function Welcome() {
  const { t, language, setLanguage } = useText()
  const person = usePerson()
  const [, navigate] = useLocation()
  const [progress, setProgress] = useState<number | null>(null)
  const [failed, setFailed] = useState<string | null>(null)

  const openSample = async (): Promise<void> => {
    setProgress(0)
    setFailed(null)
    try {
      await loadSample(person, setProgress)
      navigate('/products')
    } catch (error) {
      setFailed(reasonInWords(error, t))
    }
    setProgress(null)
  }

  const door = (icon: ReactNode, title: string, why: string) => (
    <>
      <span className="door-icon">{icon}</span>
      <span className="door-title">{title}</span>
      <span className="door-why">{why}</span>
    </>
  )

  return (
    <div className="welcome">
      <header className="stack">
        <img src="/icon.svg" alt="" width={56} height={56} />
        <h1>{t.appName}</h1>
        <p className="muted">{t.tagline}</p>
        <div className="row" role="group" aria-label={t.welcomeChooseLanguage}>
          {LANGUAGES.map((choice) => (
            <button
              key={choice}
              type="button"
              className="button"
              aria-pressed={choice === language}
              onClick={() => setLanguage(choice)}
              lang={LANGUAGE_TAG[choice]}
            >
              {LANGUAGE_NAME[choice]}
            </button>
          ))}
        </div>
      </header>
      <HomeDrafts />
      <h2>{t.welcomeQuestion}</h2>
      <div className="doors">
        <Link href="/data?open=import" className="door">
          {door(<FileSpreadsheet aria-hidden />, t.doorImport, t.doorImportWhy)}
        </Link>
        <Link href="/failures/new" className="door">
          {door(<FilePlus2 aria-hidden />, t.doorFile, t.doorFileWhy)}
        </Link>
        <button type="button" className="door" disabled={progress !== null} onClick={() => void openSample()}>
          {door(<TrainFront aria-hidden />, progress === null ? t.doorSample : t.sampleLoading, t.doorSampleWhy)}
          {progress === null ? null : (
            <span
              className="progress"
              role="progressbar"
              aria-valuenow={Math.round(progress * 100)}
              aria-valuemin={0}
              aria-valuemax={100}
            >
              <span style={{ width: `${progress * 100}%` }} />
            </span>
          )}
        </button>
      </div>
      {failed === null ? null : (
        <p className="note alarm" role="alert">
          {failed}
        </p>
      )}
      <p>
        <Link href="/data?open=restore" className="restore-link">
          <RotateCcw size={16} aria-hidden /> {t.doorRestore}
        </Link>
        <span className="muted small"> {t.doorRestoreWhy}</span>
      </p>
      <p className="muted small">{t.onThisDeviceWhy}</p>
    </div>
  )
}
