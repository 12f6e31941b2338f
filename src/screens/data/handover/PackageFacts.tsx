/** Whose a package is, from when, what is in it, what is new, what will be disputed, and what is missing in between. */
import { formatCount, formatMoment } from '../../../i18n/format'
import type { Messages } from '../../../i18n/messages'
import { ROLES } from '../../../domain/workflow/roles'
import { oneOf } from '../../../domain/closedSet'
import { useText } from '../../../ui/LanguageContext'
import type { PackagePreview } from '../../../workers/packages'

type About = PackagePreview['manifest']['about']

export function aboutInWords(about: About, t: Messages): string {
  const words = 'label' in about ? about.label : about.kind === 'period' ? `${about.from} – ${about.to}` : ''
  return t.takeInAboutWords(about.kind, words)
}

interface Props {
  readonly preview: PackagePreview
  /** Made of a backup of an earlier version, which says nothing of its maker. */
  readonly isOlder: boolean
  /** A backup into an empty database. */
  readonly isRestoring: boolean
}

export function PackageFacts({ preview, isOlder, isRestoring }: Props) {
  const { t, language } = useText()
  const { manifest, fresh, known, missing, disputes, key, drafts } = preview
  const { person, device, counts, about } = manifest
  const leftOut = about.kind === 'backup' ? about.filesLeftOut : 0
  const role = oneOf(ROLES, person.role)
  const count = (value: number): string => formatCount(value, language)
  return (
    <div className="stack">
      <dl className="hand-over-facts">
        <dt>{t.handOverWho}</dt>
        <dd>
          <strong>
            {isOlder
              ? t.restoreFromOlder
              : t.takeInFrom(person.name, role === undefined ? person.role : t.roleName(role), device.code)}
          </strong>
        </dd>
        <dt>{t.takeInMade}</dt>
        <dd>{formatMoment(manifest.madeAt)}</dd>
        <dt>{t.takeInAbout}</dt>
        <dd>
          {aboutInWords(about, t)}
          {drafts === 0 ? null : ` · ${t.restoreDrafts(count(drafts))}`}
        </dd>
        <dt>{t.handOverChanges}</dt>
        <dd>
          {t.takeInFresh(count(fresh), count(known))}
          {counts.files === 0 ? null : ` · ${t.takeInFiles(count(counts.files))}`}
        </dd>
      </dl>
      {leftOut === 0 ? null : <p className="note warn">{t.restoreWithoutFiles(count(leftOut))}</p>}
      {fresh === 0 ? <p className="small muted">{t.takeInNothing}</p> : <Disputes disputes={disputes} />}
      {missing.map(({ device: of, code, ranges }) => (
        <p key={of} className="note warn">
          {t.takeInMissing(
            code,
            ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(t.listComma),
          )}
        </p>
      ))}
      {isRestoring ? <p className="note">{t.restoreIntoEmpty}</p> : null}
      {isOlder ? null : <KeyWords preview={preview} isRestoring={isRestoring} />}
      {key === 'own' ? <p className="note">{t.takeInOwn}</p> : null}
    </div>
  )
}

function Disputes({ disputes: found }: Pick<PackagePreview, 'disputes'>) {
  const { t, language } = useText()
  if (found === null) return <p className="small muted">{t.takeInDisputesUnknown}</p>
  const { disputes, held } = found
  if (disputes === 0) return <p className="small muted">{t.takeInNoDisputes}</p>
  return (
    <p className="note warn">
      {t.takeInDisputes(formatCount(disputes, language))}
      {held === 0 ? null : ` ${t.takeInHeld(formatCount(held, language))}`}
    </p>
  )
}

function KeyWords({
  preview: { key, fingerprint },
  isRestoring,
}: {
  readonly preview: PackagePreview
  readonly isRestoring: boolean
}) {
  const { t } = useText()
  if (key === 'unsigned') return <p className="note warn">{t.takeInUnsigned}</p>
  const words = {
    own: '',
    new: isRestoring ? '' : t.takeInKeyNew,
    accepted: t.takeInKeyKnown,
    other: t.takeInKeyOther,
    revoked: t.takeInKeyRevoked,
  }[key]
  const isBad = key === 'other' || key === 'revoked'
  return (
    <div className={isBad ? 'note alarm stack' : key === 'new' && !isRestoring ? 'note warn stack' : 'stack small'}>
      {fingerprint === null ? <p>{t.takeInUnsigned}</p> : <p className="mono">{t.takeInSigned(fingerprint)}</p>}
      {words === '' ? null : <p>{words}</p>}
    </div>
  )
}
