/** Everything on this device into one file. */
import { useLiveQuery } from '../../../panels/useLiveQuery'
import { useState } from 'react'
import { deviceCode } from '../../../domain/deviceId'
import { formatBytes, formatCount, formatStamp, localMoment } from '../../../i18n/format'
import { usePerson } from '../../../panels/usePerson'
import { backupState } from '../../../store/backups'
import { notePackage } from '../../../store/handOver'
import { ownDevice } from '../../../store/device'
import { chooseSavePlace } from '../../../ui/chooseSavePlace'
import { useText } from '../../../ui/LanguageContext'
import { makePackage } from '../../../workers/packageClient'
import { givePackage, packageName } from '../handover/givePackage'
import { packageTroubleInWords } from '../handover/packageTrouble'
import { PassphraseField } from '../handover/PassphraseField'
import { ThreadProgress } from '../handover/ThreadProgress'
import { useThread } from '../handover/useThread'

interface Said {
  readonly isGood: boolean
  readonly lines: readonly string[]
}

const FRACAS = { 'application/zip': ['.fracas'] } as const

export function BackupCard() {
  const { t } = useText()
  const [passphrase, setPassphrase] = useState('')
  const { running, said, save } = useBackup()
  return (
    <section className="card card-pad stack" aria-label={t.backupTitle}>
      <h2>{t.backupTitle}</h2>
      <p className="small muted">{t.backupWhy}</p>
      <LastBackup />
      <PassphraseField
        label={t.handOverPassphrase}
        why={t.handOverPassphraseWhy}
        value={passphrase}
        onChange={setPassphrase}
      />
      <div>
        <button
          type="button"
          className="button primary"
          disabled={running !== null}
          title={running === null ? undefined : t.loading}
          onClick={() => void save(passphrase)}
        >
          {t.backupSave}
        </button>
      </div>
      {running === null ? null : <ThreadProgress {...running} />}
      <div role={said?.isGood === false ? 'alert' : 'status'}>
        {said === null ? null : (
          <div className={said.isGood ? 'note stack' : 'note alarm stack'}>
            {said.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        )}
      </div>
    </section>
  )
}

function LastBackup() {
  const { t, language } = useText()
  const state = useLiveQuery(() => backupState())
  if (state === undefined) return null
  return (
    <p>
      {state.at === null ? t.backupNever : t.backupLast(formatStamp(state.at), formatCount(state.entries, language))}
    </p>
  )
}

function useBackup() {
  const { t, language } = useText()
  const person = usePerson()
  const [said, setSaid] = useState<Said | null>(null)
  const bad = (line: string): void => setSaid({ isGood: false, lines: [line] })
  const { running, run } = useThread(
    () => bad(t.backupCancelled),
    (why) => bad(t.backupFailed(why)),
  )
  const save = async (passphrase: string): Promise<void> => {
    setSaid(null)
    const madeAt = localMoment()
    const name = packageName(deviceCode((await ownDevice()).id), madeAt, 'backup')
    const place = await chooseSavePlace(name, t.backupTitle, FRACAS)
    if (place === 'dismissed') return
    const choice = { kind: 'backup', withFiles: true } as const
    const making = {
      choice,
      about: { kind: 'backup', filesLeftOut: 0 },
      person,
      madeAt,
      build: __BUILD__,
      passphrase,
    } as const
    const made = await run((onStage) => makePackage(making, onStage, place))
    if (made === null) return
    if (!made.ok) {
      const why = packageTroubleInWords(made.trouble, t, language)
      return bad(made.isWritten === true ? t.backupCheckFailed(why) : t.backupFailed(why))
    }
    const given = made.file === null ? 'placed' : await givePackage(made.file, name)
    if (given === 'dismissed') return bad(t.backupCancelled)
    await notePackage(made.note)
    const words = { placed: t.backupSaved, saved: t.backupHandedOver, shared: t.backupShared }[given]
    setSaid({
      isGood: true,
      lines: [
        words(place?.name ?? name, formatBytes(made.bytes, language)),
        ...(made.filesLeftOut === 0 ? [] : [t.backupFilesLeftOut(formatCount(made.filesLeftOut, language))]),
      ],
    })
  }
  return { running, said, save }
}
