/** Holidays and moved working days of each year. */
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { PUBLIC_HOLIDAYS, type HolidayYear } from '../../domain/calendar/publicHolidays'
import { readHolidayYear } from '../../domain/calendar/workingCalendar'
import type { Json } from '../../domain/records/field'
import { CALENDAR_SETTING, typedYears, type TypedYear } from '../../domain/workflow/workRules'
import { useActor } from '../../panels/useActor'
import { saveSetting, setting } from '../../store/codeItems'
import { useText } from '../../ui/LanguageContext'
import { ScrollX } from '../../ui/ScrollX'
import '../../panels/recordDialog.css'

const asTyped = ({ year, off, worked }: HolidayYear): TypedYear => ({ year, off: off.map(([first, last]) => (first === last ? first : `${first}..${last}`)).join(' '), worked: worked.join(' ') })

export function CalendarPanel() {
  const { t } = useText()
  const { actor } = useActor()
  const own = useLiveQuery(async () => typedYears(await setting(CALENDAR_SETTING)), [])
  const [typed, setTyped] = useState({ year: '', off: '', worked: '' })
  if (own === undefined) return null
  const year = Number(typed.year)
  const refusal = !/^2\d{3}$/u.test(typed.year.trim()) ? t.calendarYearBad : readHolidayYear(year, typed.off, typed.worked) === null ? t.calendarBad : undefined
  const save = (years: readonly TypedYear[]): void => void saveSetting(CALENDAR_SETTING, years.toSorted((a, b) => a.year - b.year) as unknown as Json, actor)
  const rows = [...PUBLIC_HOLIDAYS.filter((known) => !own.some(({ year }) => year === known.year)).map((known) => ({ ...asTyped(known), isOwn: false })), ...own.map((known) => ({ ...known, isOwn: true }))].sort((a, b) => a.year - b.year)
  return (
    <section className="card card-pad stack" id="calendar">
      <h2>{t.calendarTitle}</h2>
      <p className="small muted">{t.calendarWhy}</p>
      <ScrollX label={t.calendarTitle}>
        <table className="table">
          <thead><tr><th scope="col">{t.calendarYear}</th><th scope="col">{t.calendarOff}</th><th scope="col">{t.calendarWorked}</th><th scope="col" /></tr></thead>
          <tbody>
            {rows.map(({ year, off, worked, isOwn }) => (
              <tr key={year}>
                <th scope="row">{year}</th><td>{off}</td><td>{worked}</td>
                <td>{isOwn ? <button type="button" className="button quiet" onClick={() => save(own.filter((known) => known.year !== year))}>{t.calendarRemove}</button> : <span className="muted">{t.calendarBuiltIn}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      <div className="form-grid">
        <label className="field"><span className="field-label">{t.calendarYear}</span><input className="input" inputMode="numeric" value={typed.year} onChange={(event) => setTyped({ ...typed, year: event.target.value })} /></label>
        <label className="field wide"><span className="field-label">{t.calendarOff}</span><input className="input" placeholder="2027-01-01..2027-01-03 2027-02-05..2027-02-11" value={typed.off} onChange={(event) => setTyped({ ...typed, off: event.target.value })} /></label>
        <label className="field wide"><span className="field-label">{t.calendarWorked}</span><input className="input" placeholder="2027-01-31" value={typed.worked} onChange={(event) => setTyped({ ...typed, worked: event.target.value })} /></label>
      </div>
      <div className="row">
        <button type="button" className="button" disabled={refusal !== undefined} title={refusal} onClick={() => { save([...own.filter((known) => known.year !== year), { year, off: typed.off.trim(), worked: typed.worked.trim() }]); setTyped({ year: '', off: '', worked: '' }) }}>{t.calendarAdd}</button>
        {refusal === undefined || typed.year === '' ? null : <span className="field-problem">{refusal}</span>}
      </div>
    </section>
  )
}
