/** A package of another device: looked into first, then taken in whole or left alone. */
import { useEffect, useState } from 'react'
import { formatCount, localMoment } from '../../../i18n/format'
import { deviceCode } from '../../../domain/deviceId'
import { usePerson } from '../../../panels/usePerson'
import type { PartedHere } from '../../../store/becomeNewDevice'
import { notePackage } from '../../../store/handOver'
import { DropZone } from '../../../ui/DropZone'
import { useText } from '../../../ui/LanguageContext'
import { useToast } from '../../../ui/Toasts'
import type { PackageTrouble } from '../../../workers/packageAnswers'
import { becomeNewDevice, lookIntoPackage, makePackage, takePackageIn } from '../../../workers/packageClient'
import type { PackagePreview } from '../../../workers/packages'
import { BecomeNew } from './BecomeNew'
import { givePackage, packageName } from './givePackage'
import { PackageFacts } from './PackageFacts'
import { packageTroubleInWords } from './packageTrouble'
import { PassphraseField } from './PassphraseField'
import { ThreadProgress } from './ThreadProgress'
import { useThread } from './useThread'

type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'sealed'; readonly file: File; readonly trouble: PackageTrouble }
  | { readonly at: 'parted'; readonly file: File; readonly parting: PartedHere }
  | { readonly at: 'seen'; readonly file: File; readonly preview: PackagePreview }
  | { readonly at: 'done'; readonly fresh: number; readonly known: number }

interface LaunchParams {
  readonly files?: readonly { readonly getFile: () => Promise<File> }[]
}

/** The installed program was opened with a file. */
function useOpenedWith(onFile: (file: File) => void): void {
  useEffect(() => {
    const { launchQueue } = window as {
      readonly launchQueue?: { readonly setConsumer: (take: (params: LaunchParams) => void) => void }
    }
    launchQueue?.setConsumer(({ files = [] }) => {
      const [first] = files
      if (first !== undefined) void first.getFile().then(onFile)
    })
    // The consumer stays with the page; the file of a launch is handed to it once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
}

const needsPassphrase = (trouble: PackageTrouble): boolean =>
  trouble.kind === 'refused' &&
  (trouble.problem === 'packageNeedsPassphrase' || trouble.problem === 'packageWrongPassphrase')

export function TakeInCard() {
  const { t, language } = useText()
  const person = usePerson()
  const toast = useToast()
  const [step, setStep] = useState<Step>({ at: 'choose' })
  const [passphrase, setPassphrase] = useState('')
  const [accepts, setAccepts] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const { running, run } = useThread(
    () => setFailure(t.takeInCancelled),
    (why) => setFailure(t.takeInFailed(why)),
  )
  const troubled = (trouble: PackageTrouble, file: File): void => {
    const words = packageTroubleInWords(trouble, t, language)
    setFailure(t.takeInFailed(words))
    const isParted = trouble.kind === 'same-device' && trouble.parting?.isSure === true
    setStep(isParted && trouble.parting !== null ? { at: 'parted', file, parting: trouble.parting } : { at: 'choose' })
  }

  const look = async (file: File, words: string): Promise<void> => {
    setFailure(null)
    setAccepts(false)
    const seen = await run((onStage) => lookIntoPackage(file, words, onStage))
    if (seen === null) return
    if (seen.ok) setStep({ at: 'seen', file, preview: seen.preview })
    else if (needsPassphrase(seen.trouble)) setStep({ at: 'sealed', file, trouble: seen.trouble })
    else troubled(seen.trouble, file)
  }
  useOpenedWith((file) => void look(file, ''))
  const take = async (file: File, { fresh, known }: PackagePreview): Promise<void> => {
    setFailure(null)
    const taken = await run((onStage) => takePackageIn(file, passphrase, person, accepts, onStage))
    if (taken === null) return
    if (taken.ok) setStep({ at: 'done', fresh, known })
    else troubled(taken.trouble, file)
  }
  /** The package that showed the two stores is looked into again once they are two devices. */
  const becomeNew = async (file: File, parting: PartedHere): Promise<void> => {
    setFailure(null)
    const made = await run((onStage) => becomeNewDevice(parting, person, onStage))
    if (made === null) return
    if (!made.ok) {
      setFailure(t.newDeviceFailed(packageTroubleInWords(made.trouble, t, language)))
      return
    }
    toast(t.newDeviceDone(made.code, formatCount(made.renamed, language)))
    await look(file, passphrase)
  }
  const receipt = async (): Promise<void> => {
    const madeAt = localMoment()
    const making = {
      choice: { kind: 'receipt' },
      about: { kind: 'receipt' },
      person,
      madeAt,
      build: __BUILD__,
    } as const
    const made = await run((onStage) => makePackage({ ...making, passphrase: '' }, onStage))
    if (made?.ok !== true) return
    const given = await givePackage(made.file, packageName(deviceCode(made.note.device), madeAt, 'receipt'))
    if (given !== 'dismissed') await notePackage(made.note)
  }
  const again = (): void => {
    setPassphrase('')
    setFailure(null)
    setStep({ at: 'choose' })
  }
  return (
    <section className="card card-pad stack" aria-label={t.takeInTitle}>
      <h2>{t.takeInTitle}</h2>
      <p className="small muted">{t.takeInWhy}</p>
      {step.at === 'choose' && running === null ? (
        <DropZone
          choose={t.takeInChoose}
          accept=".fracas"
          onFiles={([file]) => (file === undefined ? undefined : void look(file, ''))}
        >
          <p>{t.takeInDrop}</p>
        </DropZone>
      ) : null}
      {step.at === 'sealed' && running === null ? (
        <Sealed
          words={packageTroubleInWords(step.trouble, t, language)}
          passphrase={passphrase}
          onChange={setPassphrase}
          onOpen={() => void look(step.file, passphrase)}
          onLeave={again}
        />
      ) : null}
      <div role="alert">{failure === null ? null : <p className="note alarm">{failure}</p>}</div>
      {step.at === 'parted' && running === null ? (
        <BecomeNew parting={step.parting} onBecome={() => void becomeNew(step.file, step.parting)} onLeave={again} />
      ) : null}
      {step.at === 'seen' && running === null ? (
        <Seen
          preview={step.preview}
          accepts={accepts}
          onAccept={setAccepts}
          onTake={() => void take(step.file, step.preview)}
          onLeave={again}
        />
      ) : null}
      {step.at === 'done' && running === null ? (
        <div className="stack" role="status">
          <p className="note">{t.takeInDone(formatCount(step.fresh, language), formatCount(step.known, language))}</p>
          <div className="row">
            <button type="button" className="button" title={t.takeInReceiptWhy} onClick={() => void receipt()}>
              {t.takeInReceipt}
            </button>
            <button type="button" className="button quiet" onClick={again}>
              {t.takeInChoose}
            </button>
          </div>
          <p className="small muted">{t.takeInReceiptWhy}</p>
        </div>
      ) : null}
      {running === null ? null : <ThreadProgress {...running} />}
    </section>
  )
}

interface SealedProps {
  readonly words: string
  readonly passphrase: string
  readonly onChange: (passphrase: string) => void
  readonly onOpen: () => void
  readonly onLeave: () => void
}

/** The package has a passphrase. */
function Sealed({ words, passphrase, onChange, onOpen, onLeave }: SealedProps) {
  const { t } = useText()
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        onOpen()
      }}
    >
      <p className={passphrase === '' ? 'note' : 'note alarm'} role="status">
        {words}
      </p>
      <PassphraseField label={t.takeInPassphrase} value={passphrase} onChange={onChange} />
      <div className="row">
        <button type="submit" className="button primary">
          {t.takeInOpen}
        </button>
        <button type="button" className="button" onClick={onLeave}>
          {t.takeInNot}
        </button>
      </div>
    </form>
  )
}

/** What the package is, and whether it can be taken in. */
function Seen({
  preview,
  accepts,
  onAccept,
  onTake,
  onLeave,
}: {
  readonly preview: PackagePreview
  readonly accepts: boolean
  readonly onAccept: (accepts: boolean) => void
  readonly onTake: () => void
  readonly onLeave: () => void
}) {
  const { t } = useText()
  const { key } = preview
  const refused = key === 'other' || key === 'revoked'
  const why = key === 'new' && !accepts ? t.takeInKeyFirst : undefined
  return (
    <div className="stack">
      <PackageFacts preview={preview} />
      {key === 'new' ? (
        <label className="hand-over-choice">
          <input type="checkbox" checked={accepts} onChange={(event) => onAccept(event.target.checked)} />
          <span>{t.takeInKeyAccept}</span>
        </label>
      ) : null}
      <div className="row">
        {refused ? null : (
          <button type="button" className="button primary" disabled={why !== undefined} title={why} onClick={onTake}>
            {t.takeInButton}
          </button>
        )}
        <button type="button" className="button" onClick={onLeave}>
          {t.takeInNot}
        </button>
      </div>
      {why === undefined ? null : <p className="small muted">{why}</p>}
    </div>
  )
}
