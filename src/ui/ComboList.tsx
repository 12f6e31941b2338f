/** The open list of a combobox. A pointer takes what stood under it when it went down, however late an answer comes. */
import type { Options } from './useOptions'

interface Props {
  readonly id: string
  readonly label: string
  readonly found: Options
  readonly active: number
  readonly onActive: (at: number) => void
  readonly onTake: (at: number) => void
  /** The words of the option that keeps what was typed; null when there is none. */
  readonly keep: string | null
  /** What stands there instead of options. */
  readonly emptyText: string
}

export function ComboList({ id, label, found, active, onActive, onTake, keep, emptyText }: Props) {
  const entries = [
    ...found.options.map((option) => ({ key: option.id, text: option.label, detail: option.detail })),
    ...(keep === null ? [] : [{ key: ' keep', text: keep, detail: undefined }]),
  ]
  return (
    <div
      id={id}
      role="listbox"
      className="combobox-list"
      aria-label={label}
      aria-busy={!found.isAnswered}
      onPointerDown={(event) => {
        // The field keeps the focus, and the list stays as it is until the pointer is up.
        event.preventDefault()
        found.hold()
        // After the click that follows, which still belongs to what was under the pointer.
        const onUp = (): void => void setTimeout(found.release, 0)
        window.addEventListener('pointerup', onUp, { once: true })
        window.addEventListener('pointercancel', onUp, { once: true })
      }}
    >
      {entries.map(({ key, text, detail }, at) => (
        <div
          key={key}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          className="combobox-option"
          onClick={(event) => {
            // A label around the field must not open the list again.
            event.preventDefault()
            onTake(at)
          }}
          onPointerEnter={() => onActive(at)}
        >
          <span>{text}</span>
          {detail === undefined ? null : <span className="combobox-detail">{detail}</span>}
        </div>
      ))}
      {entries.length === 0 ? <div className="combobox-empty">{emptyText}</div> : null}
    </div>
  )
}
