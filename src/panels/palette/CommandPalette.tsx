/** The search over everything (Ctrl K): type a few letters, walk with the arrows, Enter goes there. */
import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/LanguageContext'
import { useComboKeys } from '../../ui/useComboKeys'
import { useOptions, type ComboOption } from '../../ui/useOptions'
import { findEverything, GROUPS, type Group, type Place } from './findEverything'
import './palette.css'

const LIST = 'palette-list'

/** A place as an option: its address names it, and what belongs to it comes along. */
interface PlaceOption extends ComboOption {
  readonly group: Group
}
const optionOf = ({ href, label, detail, group }: Place): PlaceOption => ({ id: href, label, detail, group })

export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useText()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const found = useOptions(typed, async (text) => (await findEverything(text, t, language)).map(optionOf))
  useEffect(() => setActive(0), [found.for])
  // After the dialog has put the focus on its first button.
  useEffect(() => field.current?.focus(), [])
  const options = found.options as readonly PlaceOption[]
  const take = (at: number): void => {
    const option = options[at]
    if (option === undefined) return
    onClose()
    navigate(option.id)
  }
  const takeNow = async (): Promise<void> => {
    if (found.isAnswered) return take(active)
    // Whoever types fast and presses Enter means what will be found, not what was found before.
    const [first] = await findEverything(typed, t, language).catch(() => [])
    if (first === undefined) return
    onClose()
    navigate(first.href)
  }
  const keys = useComboKeys({
    isOpen: true,
    count: options.length,
    active,
    setActive,
    open: () => undefined,
    take: () => void takeNow(),
    restore: onClose,
  })
  return (
    <Dialog title={t.paletteTitle} onClose={onClose}>
      <div className="palette-field">
        <Search size={18} aria-hidden />
        <input
          ref={field}
          className="input"
          role="combobox"
          autoComplete="off"
          aria-label={t.paletteTitle}
          aria-expanded
          aria-controls={LIST}
          aria-activedescendant={options.length > 0 ? `${LIST}-${active}` : undefined}
          placeholder={t.palettePlaceholder}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          {...keys}
        />
      </div>
      <PlaceList options={options} active={active} onActive={setActive} onTake={take} isBusy={!found.isAnswered} />
      {found.failed ? (
        <p className="muted" role="status">
          {t.paletteFailed}
        </p>
      ) : null}
      <p className="small muted only-keys">{t.paletteHow}</p>
    </Dialog>
  )
}

interface ListProps {
  readonly options: readonly PlaceOption[]
  readonly active: number
  readonly onActive: (at: number) => void
  readonly onTake: (at: number) => void
  readonly isBusy: boolean
}

/** What was found, by kind. */
function PlaceList({ options, active, onActive, onTake, isBusy }: ListProps) {
  const { t } = useText()
  useEffect(() => {
    document.getElementById(`${LIST}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div id={LIST} role="listbox" className="palette-list" aria-label={t.paletteTitle} aria-busy={isBusy}>
      {GROUPS.map((group) => {
        const places = options.flatMap((option, at) => (option.group === group ? [{ option, at }] : []))
        if (places.length === 0) return null
        return (
          <div key={group} role="group" aria-label={t.paletteGroup(group)}>
            <p className="palette-group" aria-hidden>
              {t.paletteGroup(group)}
            </p>
            {places.map(({ option, at }) => (
              <div
                key={option.id}
                id={`${LIST}-${at}`}
                role="option"
                tabIndex={-1}
                aria-selected={at === active}
                className="palette-option"
                onPointerMove={() => onActive(at)}
                onClick={() => onTake(at)}
              >
                <span className="palette-label">{option.label}</span>
                {option.detail === '' ? null : <span className="palette-detail">{option.detail}</span>}
              </div>
            ))}
          </div>
        )
      })}
    </div>
  )
}
