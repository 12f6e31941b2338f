/** What a package is, and whether it can be taken in. */
import { useState } from 'react'
import { useText } from '../../../ui/LanguageContext'
import { PackageFacts } from './PackageFacts'
import type { Seen } from './useTakingIn'

interface Props {
  readonly seen: Seen
  /** @param accepts whether the key of its maker is trusted from now on */
  readonly onTake: (accepts: boolean) => void
  readonly onLeave: () => void
}

export function PackageSeenCard({ seen: { preview, isOlder }, onTake, onLeave }: Props) {
  const { t } = useText()
  const [accepts, setAccepts] = useState(false)
  const { key, manifest, isEmpty } = preview
  const refused = key === 'other' || key === 'revoked'
  // Where nothing is here yet, a backup is believed by whoever chose it.
  const isRestoring = isEmpty && manifest.about.kind === 'backup'
  const why = key === 'new' && !accepts && !isRestoring ? t.takeInKeyFirst : undefined
  return (
    <div className="stack">
      <PackageFacts preview={preview} isOlder={isOlder} isRestoring={isRestoring} />
      {key === 'new' && !isRestoring ? (
        <label className="hand-over-choice">
          <input type="checkbox" checked={accepts} onChange={(event) => setAccepts(event.target.checked)} />
          <span>{t.takeInKeyAccept}</span>
        </label>
      ) : null}
      <div className="row">
        {refused ? null : (
          <button
            type="button"
            className="button primary"
            disabled={why !== undefined}
            title={why}
            onClick={() => onTake(accepts)}
          >
            {isRestoring ? t.rescueRestore : t.takeInButton}
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
