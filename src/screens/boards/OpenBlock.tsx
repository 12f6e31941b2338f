/** What is open, state by state, and what is late; each number opens its failures. */
import { Link } from 'wouter'
import { LIMITED_STATES } from '../../domain/workflow/timeLimits'
import { formatCount, localMoment } from '../../i18n/format'
import { filtersAsText } from '../../metrics/filterText'
import { useCodes } from '../../panels/useCodes'
import { useEngine } from '../../panels/useEngine'
import { usePerson } from '../../panels/usePerson'
import { useText } from '../../ui/LanguageContext'

export function OpenBlock() {
  const { t, language } = useText()
  const { label } = useCodes()
  const person = usePerson()
  const { answer: work } = useEngine(`open-work|${person.role}|${person.name}`, (engine) =>
    engine.openWork(person, localMoment().slice(0, 16)),
  )
  if (work === null) return <div className="skeleton" style={{ height: 160 }} />
  const hrefOf = (states: readonly string[]): string =>
    `/failures?${new URLSearchParams([['f', filtersAsText([{ field: 'state', op: 'is', values: states }])]]).toString()}`
  return (
    <section className="card card-pad stack" aria-label={t.blockKindName('open')}>
      <h3>{t.blockKindName('open')}</h3>
      <dl className="board-figures">
        <div>
          <dt>{t.homeLate}</dt>
          <dd>
            <Link href="/work?view=workBoard">{formatCount(work.lateOfAll, language)}</Link>
          </dd>
        </div>
        {LIMITED_STATES.map((state) => (
          <div key={state}>
            <dt>{label('CL-STATE', state)}</dt>
            <dd>
              <Link href={hrefOf([state])}>{formatCount(work.board[state]?.count ?? 0, language)}</Link>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
