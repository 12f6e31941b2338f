/** How soon a failure came back on the same train and part, and what “came back” is to mean. */
import { ChartFrame } from '../../charts/ChartFrame'
import { RepeatHistogram } from '../../charts/RepeatHistogram'
import { RepeatTable } from '../../charts/RepeatTable'
import { formatCount, formatFigure, formatP, formatShare } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import type { Language } from '../../i18n/translation'
import type { Recurrence, RecurrenceQuestion } from '../../metrics/recurrence'
import type { RepeatsByChance } from '../../reliability/repeatsByChance'
import { useText } from '../../ui/LanguageContext'
import type { TabProps } from './GrowthTab'

interface Props extends TabProps {
  /** Null where it cannot be said. */
  readonly recurrence: Recurrence | null
  readonly question: RecurrenceQuestion
}

export function RepeatsFrame({ recurrence, question, name, filter, setParam, onOpen }: Props) {
  const { t, language } = useText()
  const words = [
    t.repeatsDefinition(formatCount(question.days, language), formatCount(question.km, language), question.sameSymptom),
    ...(recurrence === null ? [] : repeatWords(recurrence, t, language)),
    filter,
  ]
  return (
    <ChartFrame
      title={`${name} — ${t.chartRepeats}`}
      subtitle={words.join(t.semicolon)}
      help="recurrence"
      empty={recurrence === null || recurrence.repeats.length === 0 ? t.repeatsPairsNone : null}
      controls={<QuestionControls question={question} setParam={setParam} />}
      table={
        recurrence === null ? null : <RepeatTable label={t.chartRepeats} recurrence={recurrence} onOpen={onOpen} />
      }
    >
      {recurrence === null ? null : <RepeatHistogram label={t.chartRepeats} recurrence={recurrence} onOpen={onOpen} />}
    </ChartFrame>
  )
}

function repeatWords(recurrence: Recurrence, t: Messages, language: Language): readonly string[] {
  const { repeats, comparable, share, medianDays, byChance } = recurrence
  return [
    t.repeatsShare(
      formatCount(repeats.length, language),
      formatCount(comparable, language),
      formatShare(share, language),
    ),
    ...(byChance === null ? [] : [chanceWords(byChance, t, language)]),
    ...(medianDays === null ? [] : [t.repeatsMedian(formatFigure(medianDays, language))]),
  ]
}

/** Below this the repeats are called more than chance. */
const MORE_THAN_CHANCE = 0.05

const chanceWords = ({ expected, p }: RepeatsByChance, t: Messages, language: Language): string =>
  (p < MORE_THAN_CHANCE ? t.repeatsMore : t.repeatsChance)(formatFigure(expected, language), formatP(p, language))

function QuestionControls({ question, setParam }: Pick<Props, 'question' | 'setParam'>) {
  const { t } = useText()
  return (
    <div className="row small">
      <label className="row">
        {t.repeatsDays}
        <input
          className="input compact-input tiny"
          inputMode="numeric"
          value={question.days}
          onChange={(event) => setParam('rdays', event.target.value.replace(/\D/gu, ''))}
        />
      </label>
      <label className="row">
        {t.repeatsKm}
        <input
          className="input compact-input tiny"
          inputMode="numeric"
          value={question.km}
          onChange={(event) => setParam('rkm', event.target.value.replace(/\D/gu, ''))}
        />
      </label>
      <label className="row">
        <input
          type="checkbox"
          checked={question.sameSymptom}
          onChange={(event) => setParam('rsym', event.target.checked ? '1' : '')}
        />
        {t.repeatsSameSymptom}
      </label>
    </div>
  )
}
