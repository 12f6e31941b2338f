/** Taking a file in, step by step: looked into, a rescue copy kept where much would change, stored whole. */
import { useState } from 'react'
import { deviceCode } from '../../../domain/deviceId'
import { BIG_CHANGE } from '../../../domain/rescueCopies'
import type { BackupManifest } from '../../../exchange/backup/backupFormat'
import { formatCount, localMoment } from '../../../i18n/format'
import { usePerson } from '../../../panels/usePerson'
import { useRescueBefore } from '../../../panels/useRescueBefore'
import type { PartedHere } from '../../../store/becomeNewDevice'
import { notePackage } from '../../../store/handOver'
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
import { givePackage, packageName } from './givePackage'
import { packageTroubleInWords } from './packageTrouble'
import { useThread } from './useThread'

/** What it is called where it is done: both kinds of files are taken in in both places. */
export type What = 'package' | 'backup'

export type Seen = Extract<PackageSeen, { readonly preview: unknown }>

/** The file shows that another store uses the id of this device. */
interface Parted {
  readonly at: 'parted'
  readonly file: File
  readonly words: string
  readonly parting: PartedHere
}

type Step =
  | { readonly at: 'choose' }
  /** With the words that did not open it, so that they can be mended. */
  | { readonly at: 'sealed'; readonly file: File; readonly words: string; readonly trouble: PackageTrouble }
  | { readonly at: 'seen'; readonly seen: Seen }
  | Parted
  | { readonly at: 'older'; readonly file: Blob; readonly manifest: BackupManifest }
  | { readonly at: 'done'; readonly lines: readonly string[] }

const needsPassphrase = (trouble: PackageTrouble): boolean =>
  trouble.kind === 'refused' &&
  (trouble.problem === 'packageNeedsPassphrase' || trouble.problem === 'packageWrongPassphrase')

const partingIn = (trouble: PackageTrouble): PartedHere | null =>
  trouble.kind === 'same-device' && trouble.parting?.isSure === true ? trouble.parting : null

export function useTakingIn(what: What) {
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
  const rescue = useRescueBefore()
  const troubled = (trouble: PackageTrouble): void => setFailure(failed(packageTroubleInWords(trouble, t, language)))
  const count = (value: number): string => formatCount(value, language)

  const look = async (file: File, words: string): Promise<void> => {
    setFailure(null)
    const seen = await run((onStage) => lookIntoPackage(file, words, onStage))
    if (seen === null) return
    if (!seen.ok) {
      if (needsPassphrase(seen.trouble)) return setStep({ at: 'sealed', file, words, trouble: seen.trouble })
      const parting = partingIn(seen.trouble)
      setStep(parting === null ? { at: 'choose' } : { at: 'parted', file, words, parting })
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
    if (!taken.ok) {
      const parting = partingIn(taken.trouble)
      if (parting !== null) setStep({ at: 'parted', file: new File([file], ''), words: '', parting })
      return troubled(taken.trouble)
    }
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
  const becomeNew = async ({ file, words, parting }: Parted): Promise<void> => {
    setFailure(null)
    const made = await run((onStage) => becomeNewDevice(parting, person, onStage))
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
  return { step, running, failure, look, take, becomeNew, restoreOlder, giveReceipt, again, rescue }
}
