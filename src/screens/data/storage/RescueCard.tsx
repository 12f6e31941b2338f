/** The rescue copies there are, and what became of data that were lost. */
import { useLiveQuery } from '../../../panels/useLiveQuery'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { formatBytes, formatCount, formatStamp } from '../../../i18n/format'
import { useRescueBefore } from '../../../panels/useRescueBefore'
import { notedLosses } from '../../../store/dataMarks'
import { dropCopy, fileOfCopy, rescueCopies, rescueFailure } from '../../../store/rescueCopies'
import type { RescueCopy } from '../../../store/rescueDatabase'
import { useText } from '../../../ui/LanguageContext'
import { saveFile } from '../../../ui/saveFile'
import { TaskProgress } from '../../../ui/TaskProgress'

/** When and what it was called, in a name people can tell apart. */
function nameOf({ at, kind }: RescueCopy): string {
  const when = formatStamp(at).replace(/\D/gu, '').slice(0, 12)
  return `fracas-rescue-${when}.${kind === 'package' ? 'fracas' : 'zip'}`
}

export function RescueCard({ onRestore }: { readonly onRestore: (file: File, copy: RescueCopy) => void }) {
  const { t } = useText()
  const [params] = useSearchParams()
  const copies = useLiveQuery(() => rescueCopies())
  const failure = useLiveQuery(() => rescueFailure())
  const { copying, keep, cancel } = useRescueBefore()
  const [said, setSaid] = useState<string | null>(null)
  const make = async (): Promise<void> => {
    setSaid(null)
    const kind = await keep('asked')
    if (kind === 'made') setSaid(t.rescueMade)
    if (kind === 'none') setSaid(t.rescueNothingNew)
  }
  const isAsked = params.get('open') === 'rescue'
  return (
    <section className={`card card-pad stack${isAsked ? ' is-target' : ''}`} aria-label={t.rescueTitle}>
      <div className="spread">
        <h2>{t.rescueTitle}</h2>
        <button
          type="button"
          className="button"
          disabled={copying !== null}
          title={copying === null ? undefined : t.rescueMaking}
          onClick={() => void make()}
        >
          {t.rescueNow}
        </button>
      </div>
      <p className="small muted">{t.rescueWhy}</p>
      {failure == null ? null : (
        <p className="note warn">{t.rescueFailedSince(formatStamp(failure.at), failure.why)}</p>
      )}
      {copying === null ? null : <TaskProgress words={t.rescueMaking} fraction={copying} onCancel={cancel} />}
      <div role="status">{said === null ? null : <p className="note">{said}</p>}</div>
      {copies === undefined ? null : copies.length === 0 ? (
        <p className="muted">{t.rescueNone}</p>
      ) : (
        <ul className="rescue-list">
          {copies.map((copy) => (
            <CopyLine key={copy.id} copy={copy} onRestore={onRestore} />
          ))}
        </ul>
      )}
      <Losses />
    </section>
  )
}

function CopyLine({
  copy,
  onRestore,
}: {
  readonly copy: RescueCopy
  readonly onRestore: (file: File, copy: RescueCopy) => void
}) {
  const { t, language } = useText()
  const { at, reason, entries, failures, files, filesLeftOut, bytes } = copy
  const count = (value: number): string => formatCount(value, language)
  const taken = async (): Promise<File> => new File([await fileOfCopy(copy)], nameOf(copy), { type: 'application/zip' })
  return (
    <li>
      <div className="grow">
        <p>
          <strong>{formatStamp(at)}</strong> <span className="muted">{t.rescueReason(reason)}</span>
        </p>
        <p className="small">
          {t.rescueHoldsWords({ entries: count(entries), failures: count(failures) }, count(files))} ·{' '}
          {formatBytes(bytes, language)}
        </p>
        {filesLeftOut === 0 ? null : <p className="small doubtful">{t.rescueLeftOut(count(filesLeftOut))}</p>}
      </div>
      <div className="row">
        <button type="button" className="button" onClick={() => void taken().then((file) => onRestore(file, copy))}>
          {t.rescueRestore}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void taken().then((file) => saveFile(file, file.name, file.type))}
        >
          {t.rescueSave}
        </button>
        <button type="button" className="button quiet" onClick={() => void dropCopy(copy.id)}>
          {t.rescueDrop}
        </button>
      </div>
    </li>
  )
}

function Losses() {
  const { t, language } = useText()
  const losses = useLiveQuery(() => notedLosses(), [], [])
  if (losses.length === 0) return null
  return (
    <details>
      <summary>{t.lossNoted}</summary>
      <ul className="rescue-list">
        {losses.map(({ id, at, had, has, reason }) => (
          <li key={id} className="small">
            {t.lossNotedWords(
              formatStamp(at),
              formatCount(had.entries, language),
              formatCount(has.entries, language),
              reason,
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
