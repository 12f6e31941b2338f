/** Lying bars with large words: name, bar, number, and a note behind it. */
interface Props {
  readonly bars: readonly {
    readonly key: string
    readonly name: string
    readonly value: number
    readonly text: string
    readonly note?: string
    /** Marked, and not by colour alone. */
    readonly isAlarm?: boolean
  }[]
  readonly foot: string
}

export function BigBars({ bars, foot }: Props) {
  const most = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE)
  return (
    <div className="kiosk-bars-page">
      <ol className="kiosk-bars">
        {bars.map(({ key, name, value, text, note, isAlarm = false }) => (
          <li key={key}>
            <span className="kiosk-bar-name">{name}</span>
            <span className="kiosk-bar" aria-hidden>
              <span className={isAlarm ? 'is-alarm' : ''} style={{ width: `${(value / most) * 100}%` }} />
            </span>
            <span className={isAlarm ? 'kiosk-bar-text kiosk-alarm' : 'kiosk-bar-text'}>
              {isAlarm ? <span aria-hidden>▲ </span> : null}
              {text}
            </span>
            <span className="kiosk-bar-note">{note}</span>
          </li>
        ))}
      </ol>
      <p>{foot}</p>
    </div>
  )
}
