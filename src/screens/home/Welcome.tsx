/** First run: language, then three doors, and the way back from a backup file. */
import { FileSpreadsheet, FilePlus2, RotateCcw, TrainFront } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { reasonInWords } from '../../panels/reasonInWords'
import { usePerson } from '../../panels/usePerson'
import { loadSample } from '../../panels/loadSample'
import { LanguageChoice } from '../../ui/LanguageChoice'
import { useText } from '../../ui/LanguageContext'
import { lazyPart } from '../../ui/lazyPart'
import './welcome.css'

/** The database library is not part of the first load; what was begun comes a moment later. */
const HomeDrafts = lazyPart(async () => (await import('./HomeDrafts')).HomeDrafts, null)

export function Welcome() {
  const { t } = useText()
  const { progress, failed, open } = useSample()
  return (
    <div className="welcome">
      <header className="stack">
        <img src="/icon.svg" alt="" width={56} height={56} />
        <h1>{t.appName}</h1>
        <p className="muted">{t.tagline}</p>
        <LanguageChoice label={t.welcomeChooseLanguage} />
      </header>
      <HomeDrafts />
      <h2>{t.welcomeQuestion}</h2>
      <div className="doors">
        <Link href="/data?open=import" className="door">
          <Door icon={<FileSpreadsheet aria-hidden />} title={t.doorImport} why={t.doorImportWhy} />
        </Link>
        <Link href="/failures/new" className="door">
          <Door icon={<FilePlus2 aria-hidden />} title={t.doorFile} why={t.doorFileWhy} />
        </Link>
        <SampleDoor progress={progress} onOpen={open} />
      </div>
      {failed === null ? null : (
        <p className="note alarm" role="alert">
          {failed}
        </p>
      )}
      <p>
        <Link href="/data/storage?open=restore" className="restore-link">
          <RotateCcw size={16} aria-hidden /> {t.doorRestore}
        </Link>
        <span className="muted small"> {t.doorRestoreWhy}</span>
      </p>
      <p className="muted small">{t.onThisDeviceWhy}</p>
    </div>
  )
}

/** Loading the sample fleet: how far it is, and why it failed. */
function useSample() {
  const { t } = useText()
  const person = usePerson()
  const [, navigate] = useLocation()
  const [progress, setProgress] = useState<number | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const open = async (): Promise<void> => {
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
  return { progress, failed, open }
}

function Door({ icon, title, why }: { readonly icon: ReactNode; readonly title: string; readonly why: string }) {
  return (
    <>
      <span className="door-icon">{icon}</span>
      <span className="door-title">{title}</span>
      <span className="door-why">{why}</span>
    </>
  )
}

interface SampleDoorProps {
  readonly progress: number | null
  readonly onOpen: () => Promise<void>
}

function SampleDoor({ progress, onOpen }: SampleDoorProps) {
  const { t } = useText()
  const title = progress === null ? t.doorSample : t.sampleLoading
  return (
    <button type="button" className="door" disabled={progress !== null} onClick={() => void onOpen()}>
      <Door icon={<TrainFront aria-hidden />} title={title} why={t.doorSampleWhy} />
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
  )
}
