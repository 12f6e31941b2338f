/** Holidays and moved working days of each year. */
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { PUBLIC_HOLIDAYS, type HolidayYear } from '../../domain/calendar/publicHolidays'
import { readHolidayYear } from '../../domain/calendar/workingCalendar'
import type { Json } from '../../domain/records/field'
import { ROLES } from '../../domain/workflow/roles'
import { CALENDAR_SETTING, mayChangeRules, typedYears, type TypedYear } from '../../domain/workflow/workRules'
import { useActor } from '../../panels/useActor'
import { useRole } from '../../panels/useRole'
import { setting } from '../../store/codeItems'
import { saveWorkRules } from '../../store/workRules'
import { useText } from '../../ui/LanguageContext'
import { ScrollX } from '../../ui/ScrollX'
import { useToast } from '../../ui/Toasts'
import { useUnsaved } from '../../ui/unsavedInput'
import '../../panels/recordDialog.css'

const asTyped = ({ year, off, worked }: HolidayYear): TypedYear => ({
  year,
  off: off.map(([first, last]) => (first === last ? first : `${first}..${last}`)).join(' '),
  worked: worked.join(' '),
})

const BUILT_IN_YEARS = PUBLIC_HOLIDAYS.map(({ year }) => year)
const NOTHING: TypedYear = { year: 0, off: '', worked: '' }
const yearText = (year: number): string => (year === 0 ? '' : String(year))

export function CalendarPanel() {
  const { t } = useText()
  const { actor } = useActor()
  const { role } = useRole()
  const toast = useToast()
  const own = useLiveQuery(async () => typedYears(await setting(CALENDAR_SETTING)), [])
  const [typed, setTyped] = useState({ ...NOTHING, year: '' })
  const [why, setWhy] = useState('')
  useUnsaved(typed.year !== '' || typed.off !== '' || typed.worked !== '')
  if (own === undefined) return null
  const year = Number(typed.year)
  const guard =
    actor === ''
      ? t.refusalName('nobody-named')
      : mayChangeRules(role)
        ? undefined
        : t.rulesRole(ROLES.filter(mayChangeRules).map(t.roleName).join(t.listComma))
  const bad = !/^2\d{3}$/u.test(typed.year.trim())
    ? t.calendarYearBad
    : readHolidayYear(year, typed.off, typed.worked) === null
      ? t.calendarBad
      : undefined
  const reason = why.trim() === '' ? t.rulesReasonNeeded : undefined
  const refusal = guard ?? bad ?? reason
  const removeRefusal = guard ?? reason
  const save = async (years: readonly TypedYear[]): Promise<void> => {
    await saveWorkRules(
      { [CALENDAR_SETTING]: years.toSorted((a, b) => a.year - b.year) as unknown as Json },
      { name: actor, role },
      why,
    )
    setTyped({ ...NOTHING, year: '' })
    setWhy('')
    toast(t.rulesSaved)
  }
  const rows = [
    ...PUBLIC_HOLIDAYS.filter((known) => !own.some(({ year }) => year === known.year)).map((known) => ({
      ...asTyped(known),
      isOwn: false,
    })),
    ...own.map((known) => ({ ...known, isOwn: true })),
  ].sort((a, b) => a.year - b.year)
  return (
    <section className="card card-pad stack" id="calendar">
      <h2>{t.calendarTitle}</h2>
      <p className="small muted">{t.calendarWhy(Math.min(...BUILT_IN_YEARS), Math.max(...BUILT_IN_YEARS))}</p>
      <ScrollX label={t.calendarTitle}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.calendarYear}</th>
              <th scope="col">{t.calendarOff}</th>
              <th scope="col">{t.calendarWorked}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ year, off, worked, isOwn }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td>{off}</td>
                <td>{worked}</td>
                <td>
                  <div className="row">
                    {isOwn ? null : <span className="muted">{t.calendarBuiltIn}</span>}
                    <button
                      type="button"
                      className="button quiet"
                      onClick={() => setTyped({ year: yearText(year), off, worked })}
                    >
                      {t.edit}
                    </button>
                    {isOwn ? (
                      <button
                        type="button"
                        className="button quiet"
                        disabled={removeRefusal !== undefined}
                        title={removeRefusal}
                        onClick={() => void save(own.filter((known) => known.year !== year))}
                      >
                        {t.calendarRemove}
                      </button>
                    ) : null}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      <div className="form-grid">
        <label className="field">
          <span className="field-label">{t.calendarYear}</span>
          <input
            className="input"
            inputMode="numeric"
            value={typed.year}
            onChange={(event) => setTyped({ ...typed, year: event.target.value })}
          />
        </label>
        <label className="field wide">
          <span className="field-label">{t.calendarOff}</span>
          <input
            className="input"
            placeholder="2027-01-01..2027-01-03 2027-02-05..2027-02-11"
            value={typed.off}
            onChange={(event) => setTyped({ ...typed, off: event.target.value })}
          />
        </label>
        <label className="field wide">
          <span className="field-label">{t.calendarWorked}</span>
          <input
            className="input"
            placeholder="2027-01-31"
            value={typed.worked}
            onChange={(event) => setTyped({ ...typed, worked: event.target.value })}
          />
        </label>
      </div>
      <label className="field">
        <span className="field-label">{t.rulesReason}</span>
        <input className="input" value={why} onChange={(event) => setWhy(event.target.value)} />
      </label>
      <div className="row">
        <button
          type="button"
          className="button"
          disabled={refusal !== undefined}
          title={refusal}
          onClick={() =>
            void save([
              ...own.filter((known) => known.year !== year),
              { year, off: typed.off.trim(), worked: typed.worked.trim() },
            ])
          }
        >
          {t.calendarAdd}
        </button>
        {refusal === undefined ? null : (
          <span className={bad === refusal && typed.year !== '' ? 'field-problem' : 'small muted'}>{refusal}</span>
        )}
      </div>
    </section>
  )
}
