/** How much room the data takes, whether the browser has promised to keep it, and how old the last files of it are. */
import { useLiveQuery } from '../../../panels/useLiveQuery'
import { useEffect, useState } from 'react'
import { formatBytes, formatCount, formatStamp } from '../../../i18n/format'
import { backupState } from '../../../store/backups'
import { fileSpace } from '../../../store/fileSpace'
import { lastHandOver } from '../../../store/handOver'
import { useText } from '../../../ui/LanguageContext'

interface Room {
  readonly used: number
  readonly quota: number
  readonly isKept: boolean
}

/** Null where the browser does not say. */
async function lookAtRoom(): Promise<Room | null> {
  if (navigator.storage?.estimate === undefined) return null
  const [estimate, isKept] = await Promise.all([navigator.storage.estimate(), navigator.storage.persisted()])
  return { used: estimate.usage ?? 0, quota: estimate.quota ?? 0, isKept }
}

export function SpaceCard() {
  const { t, language } = useText()
  const [room, setRoom] = useState<Room | null | 'looking'>('looking')
  const [isDenied, setDenied] = useState(false)
  const files = useLiveQuery(() => fileSpace())
  const backup = useLiveQuery(() => backupState())
  const handOver = useLiveQuery(() => lastHandOver())
  useEffect(() => {
    void lookAtRoom().then(setRoom, () => setRoom(null))
  }, [])
  if (room === 'looking') return null
  const ask = async (): Promise<void> => {
    setDenied(!(await navigator.storage.persist()))
    setRoom(await lookAtRoom())
  }
  const size = (bytes: number): string => formatBytes(bytes, language)
  return (
    <section className="card card-pad stack" aria-label={t.storageTitle}>
      <h2>{t.storageTitle}</h2>
      <dl className="hand-over-facts">
        <dt>{t.spaceRoom}</dt>
        <dd>
          {room === null
            ? t.spaceUnknown
            : t.spaceWords(size(room.used), size(Math.max(0, room.quota - room.used)), size(room.quota))}
        </dd>
        <dt>{t.spaceFiles}</dt>
        <dd>{files === undefined ? '…' : t.spaceFilesWords(formatCount(files.files, language), size(files.bytes))}</dd>
        <dt>{t.spaceBackup}</dt>
        <dd>{backup?.at == null ? t.spaceNever : formatStamp(backup.at)}</dd>
        <dt>{t.spaceHandOver}</dt>
        <dd>{handOver == null ? t.spaceNever : formatStamp(handOver.at)}</dd>
        {room === null ? null : (
          <>
            <dt>{t.spaceKept}</dt>
            <dd>{room.isKept ? t.storagePersisted : t.storageNotPersisted}</dd>
          </>
        )}
      </dl>
      {room === null || room.isKept ? null : (
        <div className="stack">
          <div>
            <button type="button" className="button" onClick={() => void ask()}>
              {t.storageAsk}
            </button>
          </div>
          <p className="small muted">{t.spaceAskWhy}</p>
          <div role="status">{isDenied ? <p className="note">{t.spaceDenied}</p> : null}</div>
        </div>
      )}
    </section>
  )
}
