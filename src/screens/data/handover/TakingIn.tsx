/** The steps of taking a file in: chosen, opened with its passphrase, looked into, taken in whole or left alone. */
import { useEffect, useState } from 'react'
import type { BackupManifest } from '../../../exchange/backup/backupFormat'
<<<<<<< HEAD
import { usePerson } from '../../../panels/usePerson'
import type { PartedHere } from '../../../store/becomeNewDevice'
import { notePackage } from '../../../store/handOver'
import { DropZone } from '../../../ui/DropZone'
import { useText } from '../../../ui/LanguageContext'
import { useToast } from '../../../ui/Toasts'
import type { PackageSeen, PackageTrouble } from '../../../workers/packageAnswers'
import {
  becomeNewDevice,
  lookIntoPackage,
  makePackage,
  restoreOlderBackup,
  takePackageIn,
} from '../../../workers/packageClient'
import { BecomeNew } from './BecomeNew'
import { givePackage, packageName } from './givePackage'
=======
import { formatCount, formatMoment } from '../../../i18n/format'
import { DropZone } from '../../../ui/DropZone'
import { useText } from '../../../ui/LanguageContext'
import { TaskProgress } from '../../../ui/TaskProgress'
import type { PackageTrouble } from '../../../workers/packageAnswers'
>>>>>>> help-a
import { PackageSeenCard } from './PackageSeenCard'
import { packageTroubleInWords } from './packageTrouble'
import { PassphraseField } from './PassphraseField'
import { ThreadProgress } from './ThreadProgress'
<<<<<<< HEAD
import { useThread } from './useThread'
import { WaitingConflicts } from './WaitingConflicts'

export type Seen = Extract<PackageSeen, { readonly preview: unknown }>

type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'sealed'; readonly file: File; readonly trouble: PackageTrouble }
  | { readonly at: 'seen'; readonly seen: Seen }
  | { readonly at: 'parted'; readonly file: File; readonly words: string; readonly parting: PartedHere }
  | { readonly at: 'older'; readonly file: Blob; readonly manifest: BackupManifest }
  | { readonly at: 'done'; readonly lines: readonly string[] }
=======
import { useTakingIn, type What } from './useTakingIn'
>>>>>>> help-a

interface Props {
  /** What it is called here: both kinds of files are taken in by both. */
  readonly what: What
  /** A file that was given before anybody chose one. */
  readonly given?: File | null
}

export function TakingIn({ what, given = null }: Props) {
  const { t } = useText()
  const taking = useTakingIn(what)
  const { step, running, failure, look, again, rescue } = taking
  useEffect(() => {
    if (given !== null) void look(given, '')
    // A file is looked into once, when it is given.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [given])
  const isBackup = what === 'backup'
  const choose = isBackup ? t.restoreChoose : t.takeInChoose
  return (
    <>
      {step.at === 'choose' && running === null ? (
        <DropZone
          choose={choose}
          accept=".fracas,.zip"
          onFiles={([file]) => (file === undefined ? undefined : void look(file, ''))}
        >
          <p>{isBackup ? t.restoreDrop : t.takeInDrop}</p>
        </DropZone>
      ) : null}
      {step.at === 'sealed' && running === null ? (
        <SealedForm trouble={step.trouble} onOpen={(words) => void look(step.file, words)} onLeave={again} />
      ) : null}
<<<<<<< HEAD
      {step.at === 'parted' && running === null ? (
        <BecomeNew parting={step.parting} onBecome={() => void taking.becomeNew(step)} onLeave={begin} />
      ) : null}
      {step.at === 'seen' && running === null ? (
        <PackageSeenCard seen={step.seen} onTake={(accepts) => void taking.take(step.seen, accepts)} onLeave={begin} />
=======
      {step.at === 'seen' && running === null && rescue.copying === null ? (
        <PackageSeenCard seen={step.seen} onTake={(accepts) => void taking.take(step.seen, accepts)} onLeave={again} />
>>>>>>> help-a
      ) : null}
      {step.at === 'older' && running === null ? (
        <OlderSeen manifest={step.manifest} onRestore={() => void taking.restoreOlder(step.file)} onLeave={again} />
      ) : null}
      {step.at === 'done' && running === null ? (
<<<<<<< HEAD
        <div className="stack" role="status">
          <div className="note stack">
            {step.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          <WaitingConflicts />
          <div className="row">
            {isBackup ? null : (
              <button
                type="button"
                className="button"
                title={t.takeInReceiptWhy}
                onClick={() => void taking.giveReceipt()}
              >
                {t.takeInReceipt}
              </button>
            )}
            <button type="button" className="button quiet" onClick={begin}>
              {choose}
            </button>
          </div>
          {isBackup ? null : <p className="small muted">{t.takeInReceiptWhy}</p>}
        </div>
=======
        <Done
          lines={step.lines}
          choose={choose}
          onAgain={again}
          {...(isBackup ? {} : { onReceipt: () => void taking.giveReceipt() })}
        />
>>>>>>> help-a
      ) : null}
      {rescue.copying === null ? null : (
        <TaskProgress words={t.rescueFirst} fraction={rescue.copying} onCancel={rescue.cancel} />
      )}
      {running === null ? null : <ThreadProgress {...running} />}
      <div role="alert">{failure === null ? null : <p className="note alarm">{failure}</p>}</div>
    </>
  )
}

<<<<<<< HEAD
function useTakingIn(what: Props['what']) {
  const { t, language } = useText()
  const person = usePerson()
  const toast = useToast()
  const [step, setStep] = useState<Step>({ at: 'choose' })
  const [failure, setFailure] = useState<string | null>(null)
  const [cancelled, failed] =
    what === 'backup' ? [t.restoreCancelled, t.restoreFailed] : [t.takeInCancelled, t.takeInFailed]
  const { running, run } = useThread(
    () => setFailure(cancelled),
    (why) => setFailure(failed(why)),
  )
  const troubled = (trouble: PackageTrouble): void => setFailure(failed(packageTroubleInWords(trouble, t, language)))
  const parting = (trouble: PackageTrouble): PartedHere | null =>
    trouble.kind === 'same-device' && trouble.parting?.isSure === true ? trouble.parting : null
  const count = (value: number): string => formatCount(value, language)

  const look = async (file: File, words: string): Promise<void> => {
    setFailure(null)
    const seen = await run((onStage) => lookIntoPackage(file, words, onStage))
    if (seen === null) return
    if (!seen.ok) {
      if (needsPassphrase(seen.trouble)) return setStep({ at: 'sealed', file, trouble: seen.trouble })
      const parted = parting(seen.trouble)
      setStep(parted === null ? { at: 'choose' } : { at: 'parted', file, words, parting: parted })
      return troubled(seen.trouble)
    }
    if ('older' in seen) setStep({ at: 'older', file: seen.file, manifest: seen.older })
    else setStep({ at: 'seen', seen })
  }
  const take = async ({ file, preview: { fresh, known } }: Seen, accepts: boolean): Promise<void> => {
    setFailure(null)
    const taken = await run((onStage) => takePackageIn(file, person, accepts, onStage))
    if (taken === null) return
    if (!taken.ok) return troubled(taken.trouble)
    const lines = [
      t.takeInDone(count(fresh), count(known)),
      ...(taken.drafts === 0 ? [] : [t.restoredDrafts(count(taken.drafts))]),
    ]
    setStep({ at: 'done', lines })
  }
  const restoreOlder = async (file: Blob): Promise<void> => {
    setFailure(null)
    const restored = await run((onStage) => restoreOlderBackup(file, onStage))
    if (restored === null) return
    if (!restored.ok) return troubled(restored.trouble)
    const lines = [
      t.restoreDone(count(restored.rows)),
      ...(restored.cleaned === 0 ? [] : [t.restoreCleaned(count(restored.cleaned))]),
    ]
    setStep({ at: 'done', lines })
  }
  /** The package that showed the two stores is looked into again once they are two devices. */
  const becomeNew = async ({ file, words, parting: from }: Extract<Step, { readonly at: 'parted' }>): Promise<void> => {
    setFailure(null)
    const made = await run((onStage) => becomeNewDevice(from, person, onStage))
    if (made === null) return
    if (!made.ok) return setFailure(t.newDeviceFailed(packageTroubleInWords(made.trouble, t, language)))
    toast(t.newDeviceDone(made.code, count(made.renamed)))
    await look(file, words)
  }
  const giveReceipt = async (): Promise<void> => {
    const madeAt = localMoment()
    const making = {
      choice: { kind: 'receipt' },
      about: { kind: 'receipt' },
      person,
      madeAt,
      build: __BUILD__,
    } as const
    const made = await run((onStage) => makePackage({ ...making, passphrase: '' }, onStage))
    if (made?.ok !== true || made.file === null) return
    const given = await givePackage(made.file, packageName(deviceCode(made.note.device), madeAt, 'receipt'))
    if (given !== 'dismissed') await notePackage(made.note)
  }
  const again = (): void => {
    setFailure(null)
    setStep({ at: 'choose' })
  }
  return { step, running, failure, look, take, becomeNew, restoreOlder, giveReceipt, again }
}

=======
>>>>>>> help-a
/** A backup of an earlier version, into the empty database there is. */
function OlderSeen({
  manifest: { savedAt, counts },
  onRestore,
  onLeave,
}: {
  readonly manifest: BackupManifest
  readonly onRestore: () => void
  readonly onLeave: () => void
}) {
  const { t, language } = useText()
  const rows = Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0)
  return (
    <div className="stack">
      <p>{t.restoreOlder(formatMoment(savedAt.slice(0, 16)), rows === 0 ? '' : formatCount(rows, language))}</p>
      <div className="row">
        <button type="button" className="button primary" onClick={onRestore}>
          {t.rescueRestore}
        </button>
        <button type="button" className="button" onClick={onLeave}>
          {t.takeInNot}
        </button>
      </div>
    </div>
  )
}

function SealedForm({
  trouble,
  onOpen,
  onLeave,
}: {
  readonly trouble: PackageTrouble
  readonly onOpen: (passphrase: string) => void
  readonly onLeave: () => void
}) {
  const { t, language } = useText()
  const [passphrase, setPassphrase] = useState('')
  const isWrong = trouble.kind === 'refused' && trouble.problem === 'packageWrongPassphrase'
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        onOpen(passphrase)
      }}
    >
      <p className={isWrong ? 'note alarm' : 'note'} role="status">
        {packageTroubleInWords(trouble, t, language)}
      </p>
      <PassphraseField label={t.takeInPassphrase} value={passphrase} onChange={setPassphrase} />
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

function Done({
  lines,
  choose,
  onAgain,
  onReceipt,
}: {
  readonly lines: readonly string[]
  readonly choose: string
  readonly onAgain: () => void
  /** Absent where nobody waits for one. */
  readonly onReceipt?: () => void
}) {
  const { t } = useText()
  return (
    <div className="stack" role="status">
      <div className="note stack">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div className="row">
        {onReceipt === undefined ? null : (
          <button type="button" className="button" title={t.takeInReceiptWhy} onClick={onReceipt}>
            {t.takeInReceipt}
          </button>
        )}
        <button type="button" className="button quiet" onClick={onAgain}>
          {choose}
        </button>
      </div>
      {onReceipt === undefined ? null : <p className="small muted">{t.takeInReceiptWhy}</p>}
    </div>
  )
}
