/** Two questions to a fitted law: how many are alive at an age, and when has a share failed; each with its bounds. */
import { useState } from 'react'
import { formatFigure, formatReliability } from '../i18n/format'
import { percentileLife, reliabilityAt, type FittedLaw } from '../reliability/life/fittedLaw'
import { useText } from '../ui/LanguageContext'

interface Props {
  readonly law: FittedLaw
  readonly unit: { readonly divisor: number; readonly word: string }
}

const PERCENT = 100

export function LifeCalculator({ law, unit }: Props) {
  const { t, language } = useText()
  const percent = (value: number): string => formatReliability(value, language)
  const life = (value: number): string => formatFigure(value / unit.divisor, language)
  const said = (word: string, value: string, [lower, upper]: readonly [string, string]): string =>
    `${word} ${value}${t.semicolon}${t.boundsOf(lower, upper)}`
  const aliveAt = (age: number): string | null => {
    if (!(age > 0 && Number.isFinite(age))) return null
    const { reliability, bounds } = reliabilityAt(law, age * unit.divisor)
    return said(t.calculatorReliability, percent(reliability), [percent(bounds[0]), percent(bounds[1])])
  }
  const failedBy = (share: number): string | null => {
    const part = share / PERCENT
    const reached = part > 0 && part < 1 ? percentileLife(law, part) : null
    if (reached === null) return null
    const { bounds } = reached
    return said(t.calculatorLife(unit.word), life(reached.life), [life(bounds[0]), life(bounds[1])])
  }
  return (
    <fieldset className="life-calculator">
      <legend>
        {t.calculatorTitle}
        <span className="muted small"> {t.calculatorBounds}</span>
      </legend>
      <Question asks={t.calculatorAge(unit.word)} answerTo={aliveAt} />
      <Question asks={t.calculatorShare} answerTo={failedBy} />
    </fieldset>
  )
}

interface QuestionProps {
  readonly asks: string
  /** Null where the number makes no sense. */
  readonly answerTo: (asked: number) => string | null
}

function Question({ asks, answerTo }: QuestionProps) {
  const { t } = useText()
  const [typed, setTyped] = useState('')
  const answer = typed === '' ? '' : answerTo(Number(typed))
  return (
    <>
      <label className="row small">
        {asks}
        <input
          className="input compact-input tiny"
          inputMode="decimal"
          value={typed}
          aria-invalid={answer === null}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <output className="small">{answer ?? t.calculatorWrong}</output>
    </>
  )
}
