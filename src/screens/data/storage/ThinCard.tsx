/** Photos and files another device has confirmed to have: how much room they take here, and giving them up. */
import { useLiveQuery } from '../../../panels/useLiveQuery'
import { useState } from 'react'
import { deviceCode } from '../../../domain/deviceId'
import { formatBytes, formatCount, formatStamp } from '../../../i18n/format'
import { reasonInWords } from '../../../panels/reasonInWords'
import { filesToThin, missingFiles, thinFiles, type FileToThin } from '../../../store/thinnedFiles'
import { Dialog } from '../../../ui/Dialog'
import { useText } from '../../../ui/LanguageContext'

const bytesOfAll = (files: readonly FileToThin[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0)

/** Files by the device that has them. */
const byHolder = (files: readonly FileToThin[]): readonly (readonly FileToThin[])[] =>
  Object.values(Object.groupBy(files, ({ holder }) => holder.device)).flatMap((group) => (group ? [group] : []))

export function ThinCard() {
  const { t, language } = useText()
  const files = useLiveQuery(() => filesToThin())
  const missing = useLiveQuery(() => missingFiles())
  const [isAsking, setAsking] = useState(false)
  const [said, setSaid] = useState<{ readonly isGood: boolean; readonly words: string } | null>(null)
  if (files === undefined || missing === undefined) return null
  const count = (value: number): string => formatCount(value, language)
  const thin = async (): Promise<void> => {
    setAsking(false)
    try {
      const gone = await thinFiles(new Set(files.map(({ sha256 }) => sha256)))
      setSaid({ isGood: true, words: t.thinDone(count(gone.length), formatBytes(bytesOfAll(gone), language)) })
    } catch (error) {
      setSaid({ isGood: false, words: t.thinFailed(reasonInWords(error, t)) })
    }
  }
  return (
    <section className="card card-pad stack" aria-label={t.thinTitle}>
      <h2>{t.thinTitle}</h2>
      <p className="small muted">{t.thinWhy}</p>
      {files.length === 0 ? (
        <p>{t.thinNone}</p>
      ) : (
        <>
          <Holders files={files} />
          <div>
            <button type="button" className="button" onClick={() => setAsking(true)}>
              {t.thinButton(formatBytes(bytesOfAll(files), language))}
            </button>
          </div>
        </>
      )}
      {missing.length === 0 ? null : <p className="small muted">{t.thinAway(count(missing.length))}</p>}
      <div role={said?.isGood === false ? 'alert' : 'status'}>
        {said === null ? null : <p className={said.isGood ? 'note' : 'note alarm'}>{said.words}</p>}
      </div>
      {isAsking ? (
        <Dialog
          title={t.thinButton(formatBytes(bytesOfAll(files), language))}
          onClose={() => setAsking(false)}
          footer={
            <>
              <button type="button" className="button" onClick={() => setAsking(false)}>
                {t.cancel}
              </button>
              <button type="button" className="button primary" onClick={() => void thin()}>
                {t.thinDo}
              </button>
            </>
          }
        >
          <Holders files={files} />
          <p>{t.thinAsk}</p>
        </Dialog>
      ) : null}
    </section>
  )
}

/** Which device has how many of them, and since when that is known. */
function Holders({ files }: { readonly files: readonly FileToThin[] }) {
  const { t, language } = useText()
  return (
    <ul className="rescue-list">
      {byHolder(files).map((group) => {
        const [{ holder } = { holder: { device: '', person: '', at: 0 } }] = group
        return (
          <li key={holder.device}>
            {t.thinHeld(
              formatCount(group.length, language),
              formatBytes(bytesOfAll(group), language),
              deviceCode(holder.device),
              holder.person,
              formatStamp(holder.at),
            )}
          </li>
        )
      })}
    </ul>
  )
}
