/** What waits for the person at this device, by state, each a way to exactly those failures, oldest first. */
import { Link } from 'wouter'
import { statesWaitingFor } from '../../domain/workflow/transitions'
import { formatCount } from '../../i18n/format'
import type { Filter } from '../../metrics/failureFilter'
import { filtersAsText } from '../../metrics/filterText'
import { useCodes } from '../../panels/useCodes'
import { useEngine } from '../../panels/useEngine'
import { useRole } from '../../panels/useRole'
import { useText } from '../../ui/LanguageContext'
import type { TableQuery } from '../../workers/engineAnswers'

export function WaitingList() {
  const { t, language } = useText()
  const { label } = useCodes()
  const { role } = useRole()
  const states = statesWaitingFor(role)
  const { answer } = useEngine(`waiting|${role}|${language}`, async (engine) =>
    Promise.all(
      states.map(async (state) => {
        const filters: readonly Filter[] = [{ field: 'state', op: 'is', values: [state] }]
        const query: TableQuery = {
          language,
          filters,
          search: '',
          sorting: [{ field: 'occurredAt', descending: false }],
        }
        const page = await engine.page(query, 0, 1, ['occurredAt'])
        return { state, filters, count: page.total, oldest: page.rows[0]?.labels['occurredAt']?.slice(0, 10) ?? '' }
      }),
    ),
  )
  if (answer === null || states.length === 0) return null
  const waiting = answer.filter(({ count }) => count > 0)
  return (
    <section className="card card-pad stack">
      <div className="spread">
        <h2>{t.waitingTitle(t.roleName(role))}</h2>
        <Link href="/work">{t.work}</Link>
      </div>
      {waiting.length === 0 ? (
        <p className="muted">{t.waitingNone(t.roleName(role))}</p>
      ) : (
        <ul className="waiting-list">
          {waiting.map(({ state, filters, count, oldest }) => (
            <li key={state}>
              <Link
                href={`/failures?${new URLSearchParams([
                  ['f', filtersAsText(filters)],
                  ['s', 'occurredAt.asc'],
                ]).toString()}`}
              >
                {label('CL-STATE', state)} <strong>{formatCount(count, language)}</strong>
              </Link>
              <span className="small muted">{t.waitingOldest(oldest)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
