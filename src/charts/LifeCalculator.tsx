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
  const [age, setAge] = useState('')
  const [share, setShare] = useState('')
  const [years, part] = [Number(age), Number(share) / PERCENT]
  const isAge = age !== '' && years > 0 && Number.isFinite(years)
  const isShare = share !== '' && part > 0 && part < 1
  const alive = isAge ? reliabilityAt(law, years * unit.divisor) : null
  const reached = isShare ? percentileLife(law, part) : null
  const percent = (value: number): string => formatReliability(value, language)
  const life = (value: number): string => formatFigure(value / unit.divisor, language)
  const answer = (word: string, value: string, lower: string, upper: string): string =>
    `${word} ${value}${t.semicolon}${t.boundsOf(lower, upper)}`
  return (
    <fieldset className="life-calculator">
      <legend>
        {t.calculatorTitle}
        <span className="muted small"> {t.calculatorBounds}</span>
      </legend>
      <label className="row small">
        {t.calculatorAge(unit.word)}
        <input
          className="input compact-input tiny"
          inputMode="decimal"
          value={age}
          aria-invalid={age !== '' && !isAge}
          onChange={(event) => setAge(event.target.value)}
        />
      </label>
      <output className="small">
        {alive === null
          ? age === ''
            ? ''
            : t.calculatorWrong
          : answer(
              t.calculatorReliability,
              percent(alive.reliability),
              percent(alive.bounds[0]),
              percent(alive.bounds[1]),
            )}
      </output>
      <label className="row small">
        {t.calculatorShare}
        <input
          className="input compact-input tiny"
          inputMode="decimal"
          value={share}
          aria-invalid={share !== '' && !isShare}
          onChange={(event) => setShare(event.target.value)}
        />
      </label>
      <output className="small">
        {reached === null
          ? share === ''
            ? ''
            : t.calculatorWrong
          : answer(t.calculatorLife(unit.word), life(reached.life), life(reached.bounds[0]), life(reached.bounds[1]))}
      </output>
    </fieldset>
  )
}
