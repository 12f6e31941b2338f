/** What is open, by state, and what of it is late. */
import { LIMITED_STATES } from '../../domain/workflow/timeLimits'
import { formatCount, localMoment } from '../../i18n/format'
import { useCodes } from '../../panels/useCodes'
import { usePerson } from '../../panels/usePerson'
import { useText } from '../../ui/LanguageContext'
import type { OnPageState } from './BigScreen'
import { BigBars } from './BigBars'
import { useFresh } from './useFresh'

export function OpenPage({ onState }: { readonly onState: OnPageState }) {
  const { t, language } = useText()
  const { label } = useCodes()
  const person = usePerson()
  const work = useFresh('kiosk-open', (engine) => engine.openWork(person, localMoment().slice(0, 16)), onState)
  if (work === null) return null
  const counts = LIMITED_STATES.map((state) => ({ state, count: work.board[state]?.count ?? 0 }))
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <BigBars
      bars={[
        {
          key: 'late',
          name: t.kioskLate,
          value: work.lateOfAll,
          text: formatCount(work.lateOfAll, language),
          isAlarm: work.lateOfAll > 0,
        },
        ...counts.map(({ state, count }) => ({
          key: state,
          name: label('CL-STATE', state),
          value: count,
          text: formatCount(count, language),
        })),
      ]}
      foot={`${t.kioskOpen} ${formatCount(all, language)}`}
    />
  )
}
