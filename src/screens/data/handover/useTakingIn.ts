/** Taking a file in, step by step: looked into, a rescue copy kept where much would change, stored whole. */
import { useState } from 'react'
import { deviceCode } from '../../../domain/deviceId'
import { BIG_CHANGE } from '../../../domain/rescueCopies'
import type { BackupManifest } from '../../../exchange/backup/backupFormat'
import { formatCount, localMoment } from '../../../i18n/format'
import { usePerson } from '../../../panels/usePerson'
import { useRescueBefore } from '../../../panels/useRescueBefore'
import { notePackage } from '../../../store/handOver'
import { useText } from '../../../ui/LanguageContext'
import type { PackageSeen, PackageTrouble } from '../../../workers/packageAnswers'
import { lookIntoPackage, makePackage, restoreOlderBackup, takePackageIn } from '../../../workers/packageClient'
import { givePackage, packageName } from './givePackage'
import { packageTroubleInWords } from './packageTrouble'
import { useThread } from './useThread'

/** What it is called where it is done: both kinds of files are taken in in both places. */
export type What = 'package' | 'backup'

export type Seen = Extract<PackageSeen, { readonly preview: unknown }>

type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'sealed'; readonly file: File; readonly trouble: PackageTrouble }
  | { readonly at: 'seen'; readonly seen: Seen }
  | { readonly at: 'older'; readonly file: Blob; readonly manifest: BackupManifest }
  | { readonly at: 'done'; readonly lines: readonly string[] }

const needsPassphrase = (trouble: PackageTrouble): boolean =>
  trouble.kind === 'refused' &&
  (trouble.problem === 'packageNeedsPassphrase' || trouble.problem === 'packageWrongPassphrase')

export function useTakingIn(what: What) {
  const { t, language } = useText()
  const person = usePerson()
  const [step, setStep] = useState<Step>({ at: 'choose' })
  const [failure, setFailure] = useState<string | null>(null)
  const [cancelled, failed] =
    what === 'backup' ? [t.restoreCancelled, t.restoreFailed] : [t.takeInCancelled, t.takeInFailed]
  const { running, run } = useThread(
    () => setFailure(cancelled),
    (why) => setFailure(failed(why)),
  )
  const rescue = useRescueBefore()
  const troubled = (trouble: PackageTrouble): void => setFailure(failed(packageTroubleInWords(trouble, t, language)))
  const count = (value: number): string => formatCount(value, language)

  const look = async (file: File, words: string): Promise<void> => {
    setFailure(null)
    const seen = await run((onStage) => lookIntoPackage(file, words, onStage))
    if (seen === null) return
    if (!seen.ok) {
      if (needsPassphrase(seen.trouble)) return setStep({ at: 'sealed', file, trouble: seen.trouble })
      setStep({ at: 'choose' })
      return troubled(seen.trouble)
    }
    if ('older' in seen) setStep({ at: 'older', file: seen.file, manifest: seen.older })
    else setStep({ at: 'seen', seen })
  }
  const take = async ({ file, preview }: Seen, accepts: boolean): Promise<void> => {
    const { fresh, known } = preview
    setFailure(null)
    // What changes much can be taken back whole from a copy.
    if (fresh >= BIG_CHANGE && (await rescue.keep('take-in')) === 'cancelled') return setFailure(cancelled)
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
  return { step, running, failure, look, take, restoreOlder, giveReceipt, again, rescue }
}
