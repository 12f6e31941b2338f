/**
 * A number in the address: what can be read goes there as it is typed, what cannot stays in the field and says so. Nothing
 * is read while an input method is still composing.
 */
import { useId, useState } from 'react'

interface Props {
  readonly label: string
  /** Of the parameter. */
  readonly name: string
  readonly param: (name: string) => string
  readonly setParam: (name: string, value: string) => void
  /** What holds while the field is empty. */
  readonly usual?: string
  readonly isRight: (value: number) => boolean
  /** Said where the number is none of these. */
  readonly wrong: string
}

export const isAboveZero = (value: number): boolean => value > 0 && value < Infinity

/** As a number is written in Chinese or English: full-width digits, commas between thousands. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s,]/gu, '')

export function NumberParam({ label, name, param, setParam, usual, isRight, wrong }: Props) {
  const wrongId = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? param(name)
  const isWrong = (value: string): boolean => value !== '' && !isRight(Number(value))
  const take = (value: string): void => {
    if (!isWrong(plain(value))) setParam(name, plain(value))
  }
  const shownWrong = isWrong(plain(text))
  return (
    <label className="row">
      {label}
      <input
        className="input compact-input tiny"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        placeholder={usual}
        value={text}
        aria-invalid={shownWrong ? true : undefined}
        aria-describedby={shownWrong ? wrongId : undefined}
        onChange={(event) => {
          setTyped(event.target.value)
          if (!('isComposing' in event.nativeEvent) || event.nativeEvent.isComposing !== true) take(event.target.value)
        }}
        onCompositionEnd={(event) => take(event.currentTarget.value)}
        onBlur={() => {
          if (!shownWrong) setTyped(null)
        }}
      />
      {shownWrong ? (
        <span id={wrongId} className="small kpi-warn">
          {wrong}
        </span>
      ) : null}
    </label>
  )
}
