/** A package of another device: looked into first, then taken in whole or left alone. */
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { formatCount, localMoment } from '../../../i18n/format'
import { deviceCode } from '../../../domain/deviceId'
import { conflictsHref, useConflictCount } from '../../../panels/useConflicts'
import { usePerson } from '../../../panels/usePerson'
import { notePackage } from '../../../store/handOver'
import { DropZone } from '../../../ui/DropZone'
import { useText } from '../../../ui/LanguageContext'
import type { PackageTrouble } from '../../../workers/packageAnswers'
import { lookIntoPackage, makePackage, takePackageIn } from '../../../workers/packageClient'
import type { PackagePreview } from '../../../workers/packages'
import { givePackage, packageName } from './givePackage'
import { PackageFacts } from './PackageFacts'
import { packageTroubleInWords } from './packageTrouble'
import { PassphraseField } from './PassphraseField'
import { ThreadProgress } from './ThreadProgress'
import { useThread } from './useThread'

type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'sealed'; readonly file: File; readonly trouble: PackageTrouble }
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
  const [step, setStep] = useState<Step>({ at: 'choose' })
  const [passphrase, setPassphrase] = useState('')
  const [accepts, setAccepts] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const { running, run } = useThread(
    () => setFailure(t.takeInCancelled),
    (why) => setFailure(t.takeInFailed(why)),
  )
  const troubled = (trouble: PackageTrouble): void =>
    setFailure(t.takeInFailed(packageTroubleInWords(trouble, t, language)))

  const look = async (file: File, words: string): Promise<void> => {
    setFailure(null)
    setAccepts(false)
    const seen = await run((onStage) => lookIntoPackage(file, words, onStage))
    if (seen === null) return
    if (seen.ok) setStep({ at: 'seen', file, preview: seen.preview })
    else if (needsPassphrase(seen.trouble)) setStep({ at: 'sealed', file, trouble: seen.trouble })
    else {
      setStep({ at: 'choose' })
      troubled(seen.trouble)
    }
  }
  useOpenedWith((file) => void look(file, ''))
  const take = async (file: File, { fresh, known }: PackagePreview): Promise<void> => {
    setFailure(null)
    const taken = await run((onStage) => takePackageIn(file, passphrase, person, accepts, onStage))
    if (taken === null) return
    if (taken.ok) setStep({ at: 'done', fresh, known })
    else troubled(taken.trouble)
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
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            void look(step.file, passphrase)
          }}
        >
          <p className={passphrase === '' ? 'note' : 'note alarm'} role="status">
            {packageTroubleInWords(step.trouble, t, language)}
          </p>
          <PassphraseField label={t.takeInPassphrase} value={passphrase} onChange={setPassphrase} />
          <div className="row">
            <button type="submit" className="button primary">
              {t.takeInOpen}
            </button>
            <button type="button" className="button" onClick={again}>
              {t.takeInNot}
            </button>
          </div>
        </form>
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
          <WaitingConflicts />
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
      <div role="alert">{failure === null ? null : <p className="note alarm">{failure}</p>}</div>
    </section>
  )
}

/** What waits for somebody to choose now, from this package or from before. */
function WaitingConflicts() {
  const { t, language } = useText()
  const count = useConflictCount()
  if (count === 0) return null
  return (
    <p className="note warn">
      {t.takeInConflicts(formatCount(count, language))} <Link href={conflictsHref()}>{t.conflictsSettle}</Link>
    </p>
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
