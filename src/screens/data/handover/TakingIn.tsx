/** The steps of taking a file in: chosen, opened with its passphrase, looked into, taken in whole or left alone. */
import { useEffect, useState } from 'react'
import type { BackupManifest } from '../../../exchange/backup/backupFormat'
import { formatCount, formatMoment } from '../../../i18n/format'
import { DropZone } from '../../../ui/DropZone'
import { useText } from '../../../ui/LanguageContext'
import { TaskProgress } from '../../../ui/TaskProgress'
import type { PackageTrouble } from '../../../workers/packageAnswers'
import { BecomeNew } from './BecomeNew'
import { PackageSeenCard } from './PackageSeenCard'
import { packageTroubleInWords } from './packageTrouble'
import { PassphraseField } from './PassphraseField'
import { ThreadProgress } from './ThreadProgress'
import { useTakingIn, type What } from './useTakingIn'
import { WaitingConflicts } from './WaitingConflicts'

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
        <SealedForm
          trouble={step.trouble}
          words={step.words}
          onOpen={(words) => void look(step.file, words)}
          onLeave={again}
        />
      ) : null}
      {step.at === 'parted' && running === null ? (
        <BecomeNew parting={step.parting} onBecome={() => void taking.becomeNew(step)} onLeave={again} />
      ) : null}
      {step.at === 'seen' && running === null && rescue.copying === null ? (
        <PackageSeenCard seen={step.seen} onTake={(accepts) => void taking.take(step.seen, accepts)} onLeave={again} />
      ) : null}
      {step.at === 'older' && running === null ? (
        <OlderSeen manifest={step.manifest} onRestore={() => void taking.restoreOlder(step.file)} onLeave={again} />
      ) : null}
      {step.at === 'done' && running === null ? (
        <Done
          lines={step.lines}
          choose={choose}
          onAgain={again}
          {...(isBackup ? {} : { onReceipt: () => void taking.giveReceipt() })}
        />
      ) : null}
      {rescue.copying === null ? null : (
        <TaskProgress words={t.rescueFirst} fraction={rescue.copying} onCancel={rescue.cancel} />
      )}
      {running === null ? null : <ThreadProgress {...running} />}
      <div role="alert">{failure === null ? null : <p className="note alarm">{failure}</p>}</div>
    </>
  )
}

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
  words,
  onOpen,
  onLeave,
}: {
  readonly trouble: PackageTrouble
  readonly words: string
  readonly onOpen: (passphrase: string) => void
  readonly onLeave: () => void
}) {
  const { t, language } = useText()
  const [passphrase, setPassphrase] = useState(words)
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
      <WaitingConflicts />
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
