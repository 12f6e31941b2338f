/** Holidays and moved working days of each year. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { PUBLIC_HOLIDAYS, type HolidayYear } from '../../domain/calendar/publicHolidays'
import { readHolidayYear } from '../../domain/calendar/workingCalendar'
import type { Json } from '../../domain/records/field'
import { CALENDAR_SETTING, typedYears, type TypedYear } from '../../domain/workflow/workRules'
import { DraftStatus } from '../../panels/DraftNotes'
import { usePerson } from '../../panels/usePerson'
import { useCommand } from '../../panels/useCommand'
import { useForm, type Form } from '../../panels/useForm'
import { setting } from '../../store/codeItems'
import { saveWorkRules } from '../../store/workRules'
import { useText } from '../../ui/LanguageContext'
import { ScrollX } from '../../ui/ScrollX'
import { useToast } from '../../ui/Toasts'
import { TableHead } from '../../ui/TableHead'
import { useRuleGuard } from './useRuleForm'
import '../../panels/recordDialog.css'

const asTyped = ({ year, off, worked }: HolidayYear): TypedYear => ({
  year,
  off: off.map(([first, last]) => (first === last ? first : `${first}..${last}`)).join(' '),
  worked: worked.join(' '),
})

const BUILT_IN_YEARS = PUBLIC_HOLIDAYS.map(({ year }) => year)
export function CalendarPanel() {
  const { t } = useText()
  const own = useLiveQuery(async () => typedYears(await setting(CALENDAR_SETTING)), [])
  const form = useForm({
    form: 'settings:calendar',
    record: {},
    isNew: true,
    label: { title: t.calendarTitle, href: '/settings#calendar' },
  })
  return own === undefined || form === null ? null : <OpenCalendarPanel own={own} form={form} />
}

function OpenCalendarPanel({ own, form }: { readonly own: readonly TypedYear[]; readonly form: Form }) {
  const { t } = useText()
  const person = usePerson()
  const toast = useToast()
  const command = useCommand()
  const guard = useRuleGuard()
  const said = (name: string): string => String(form.valueOf(name) ?? '')
  const [yearTyped, off, worked, why] = [said('year').trim(), said('off'), said('worked'), said('#why')]
  const year = Number(yearTyped)
  const bad = !/^2\d{3}$/u.test(yearTyped)
    ? t.calendarYearBad
    : readHolidayYear(year, off, worked) === null
      ? t.calendarBad
      : undefined
  const reason = why.trim() === '' ? t.rulesReasonNeeded : undefined
  const refusal = guard ?? bad ?? reason
  const pending = command.isPending ? t.commandPending : undefined
  const save = async (years: readonly TypedYear[]): Promise<void> => {
    const sorted = years.toSorted((a, b) => a.year - b.year) as unknown as Json
    const end = await command.run(
      () => saveWorkRules({ [CALENDAR_SETTING]: sorted }, person, why),
      () => form.draft.drop(),
    )
    if (end.ended === 'done') toast(t.rulesSaved)
  }
  const others = (year: number): readonly TypedYear[] => own.filter((known) => known.year !== year)
  return (
    <section className="card card-pad stack" id="calendar">
      <h2>{t.calendarTitle}</h2>
      <p className="small muted">{t.calendarWhy(Math.min(...BUILT_IN_YEARS), Math.max(...BUILT_IN_YEARS))}</p>
      <Years
        own={own}
        removeRefusal={guard ?? reason ?? pending}
        onEdit={({ year, off, worked }) => form.change({ year: year === 0 ? '' : String(year), off, worked })}
        onRemove={(year) => void save(others(year))}
      />
      <YearInputs form={form} />
      <label className="field">
        <span className="field-label">{t.rulesReason}</span>
        <input className="input" value={why} onChange={(event) => form.set('#why', event.target.value)} />
      </label>
      <div className="row">
        <button
          type="button"
          className="button"
          disabled={refusal !== undefined || command.isPending}
          title={pending ?? refusal}
          onClick={() => void save([...others(year), { year, off: off.trim(), worked: worked.trim() }])}
        >
          {pending ?? t.calendarAdd}
        </button>
        {refusal === undefined ? null : (
          <span className={bad === refusal && yearTyped !== '' ? 'field-problem' : 'small muted'}>{refusal}</span>
        )}
        <DraftStatus draft={form.draft} />
      </div>
    </section>
  )
}

function YearInputs({ form }: { readonly form: Form }) {
  const { t } = useText()
  const input = (name: 'year' | 'off' | 'worked', label: string, placeholder: string) => (
    <label className={name === 'year' ? 'field' : 'field wide'}>
      <span className="field-label">{label}</span>
      <input
        className="input"
        inputMode={name === 'year' ? 'numeric' : undefined}
        placeholder={placeholder}
        value={String(form.valueOf(name) ?? '')}
        onChange={(event) => form.set(name, event.target.value)}
      />
    </label>
  )
  return (
    <div className="form-grid">
      {input('year', t.calendarYear, '2027')}
      {input('off', t.calendarOff, '2027-01-01..2027-01-03 2027-02-05..2027-02-11')}
      {input('worked', t.calendarWorked, '2027-01-31')}
    </div>
  )
}

interface YearsProps {
  readonly own: readonly TypedYear[]
  readonly removeRefusal: string | undefined
  readonly onEdit: (year: TypedYear) => void
  readonly onRemove: (year: number) => void
}

function Years({ own, removeRefusal, onEdit, onRemove }: YearsProps) {
  const { t } = useText()
  const rows = [
    ...PUBLIC_HOLIDAYS.filter((known) => !own.some(({ year }) => year === known.year)).map((known) => ({
      ...asTyped(known),
      isOwn: false,
    })),
    ...own.map((known) => ({ ...known, isOwn: true })),
  ].sort((a, b) => a.year - b.year)
  return (
    <ScrollX label={t.calendarTitle}>
      <table className="table">
        <TableHead columns={[t.calendarYear, t.calendarOff, t.calendarWorked, '']} />
        <tbody>
          {rows.map(({ isOwn, ...known }) => (
            <tr key={known.year}>
              <th scope="row">{known.year}</th>
              <td>{known.off}</td>
              <td>{known.worked}</td>
              <td>
                <div className="row">
                  {isOwn ? null : <span className="muted">{t.calendarBuiltIn}</span>}
                  <button type="button" className="button quiet" onClick={() => onEdit(known)}>
                    {t.edit}
                  </button>
                  {isOwn ? (
                    <button
                      type="button"
                      className="button quiet"
                      disabled={removeRefusal !== undefined}
                      title={removeRefusal}
                      onClick={() => onRemove(known.year)}
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
  )
}
