/** Which keys there are (`?`), and the switch for those of one letter. */
import { useState } from 'react'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/LanguageContext'
import type { Messages } from '../../i18n/messages'
import { setSingleKeys, singleKeysOn, type PlaceKey } from './shortcuts'
import './palette.css'

const placeNames = (t: Messages): Readonly<Record<PlaceKey, string>> => ({
  h: t.home,
  f: t.failures,
  w: t.work,
  a: t.alertsTitle,
  p: t.problems,
  t: t.products,
  r: t.reports,
  k: t.knowledge,
  d: t.data,
  s: t.settings,
})

export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText()
  const [isOn, setOn] = useState(singleKeysOn)
  const everywhere: readonly (readonly [string, string])[] = [
    ['Ctrl K · ⌘ K', t.keyPalette],
    ['c', t.keyReport],
    ['/', t.keySearch],
    ['?', t.keySheet],
    ['Esc', t.keyClose],
  ]
  const inPlace: readonly (readonly [string, string])[] = [
    ['Ctrl ↵', t.keySubmit],
    ['x', t.keySelect],
    ['Ctrl A', t.keySelectAll],
    ['Ctrl C', t.keyCopyRows],
    ['← →', t.keyGroups],
    ['← →', t.keyMarks],
    ['← →', t.keyReview],
  ]
  return (
    <Dialog title={t.keysTitle} onClose={onClose}>
      <div className="key-sheet">
        <Keys title={t.keysEverywhere} keys={everywhere} />
        <Keys title={t.keysPlaces} keys={Object.entries(placeNames(t))} />
        <Keys title={t.keysInPlace} keys={inPlace} />
      </div>
      <label className="row">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => {
            setSingleKeys(event.target.checked)
            setOn(event.target.checked)
          }}
        />
        {t.keysSingle}
      </label>
      <p className="small muted">{t.keysSingleWhy}</p>
    </Dialog>
  )
}

function Keys({ title, keys }: { readonly title: string; readonly keys: readonly (readonly [string, string])[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {keys.map(([key, does]) => (
          <div key={`${key} ${does}`}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
