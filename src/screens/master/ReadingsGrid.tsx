/** Readings train by month, typed or pasted in blocks, checked while they are typed and stored as one change. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useMemo, useState } from 'react'
import { middleMonthKm } from '../../domain/middleMonthKm'
import { isEnded, masterName } from '../../domain/masterData'
import { addMonths } from '../../domain/moment'
import { plainText } from '../../domain/plainText'
import { isRefused, readingDoubts, type ReadingDoubt, type ReadingLine } from '../../domain/readingChecks'
import type { StoredRecord } from '../../domain/records/tables'
import { localMoment } from '../../i18n/format'
import { DraftRecovered, DraftStatus } from '../../panels/DraftNotes'
import { useCommand, useSayDone } from '../../panels/useCommand'
import { useForm, type Form } from '../../panels/useForm'
import { usePerson } from '../../panels/usePerson'
import { permits } from '../../domain/workflow/permits'
import { readTyped } from '../../panels/readTyped'
import { masterRecords } from '../../store/masterRecords'
import { lineOf, readingsPerTrain, saveReadings } from '../../store/usageReadings'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'
import { ReadingRows } from './ReadingRows'
import { blockOf, cellKey, readingOfCell, storedCells, type Basis } from './readingCells'

type Train = StoredRecord<'trains'>
type Readings = Awaited<ReturnType<typeof readingsPerTrain>>

const MONTHS = 12
/** Rows drawn at once; a fleet is searched, not scrolled. */
const MOST = 60
const WHY = '#why'
export const KM_FIELD = { kind: 'number', zh: '里程', en: 'Distance', unit: 'km' } as const

export function ReadingsGrid() {
  const { t } = useText()
  const [basis, setBasis] = useState<Basis>('cumulative')
  const stored = useLiveQuery(
    async () => ({ trains: (await masterRecords('trains')) as readonly Train[], readings: await readingsPerTrain() }),
    [],
  )
  if (stored === undefined) return <div className="skeleton" style={{ height: 320 }} aria-busy="true" />
  if (stored.trains.length === 0) return <Empty title={t.readingsNoTrains} why={t.masterEmptyWhy} />
  return <Grid key={basis} basis={basis} onBasis={setBasis} {...stored} />
}

interface GridProps {
  readonly basis: Basis
  readonly onBasis: (basis: Basis) => void
  readonly trains: readonly Train[]
  readonly readings: Readings
}

function Grid(props: GridProps) {
  const { t } = useText()
  const record = useMemo(() => storedCells(props.readings, props.basis), [props.readings, props.basis])
  const form = useForm({
    form: `master-readings:${props.basis}`,
    record,
    label: { title: t.readingsTitle, about: '', href: '/master/readings' },
  })
  return form === null ? null : <OpenGrid {...props} record={record} form={form} />
}

/** The last month that has a reading, or the present one. */
function latestMonth(readings: Readings): string {
  let last = ''
  for (const lines of readings.values()) for (const { at = '' } of lines) if (at > last) last = at
  return last === '' ? localMoment().slice(0, 7) : last.slice(0, 7)
}

interface OpenProps extends GridProps {
  readonly record: Readonly<Record<string, number>>
  readonly form: Form
}

function OpenGrid({ basis, onBasis, trains, readings, record, form }: OpenProps) {
  const { t } = useText()
  const [until, setUntil] = useState(() => latestMonth(readings))
  const [typed, setTyped] = useState('')
  const months = Array.from({ length: MONTHS }, (_, at) => addMonths(until, at - MONTHS + 1).slice(0, 7))
  const shown = useShownTrains(trains, typed)
  const doubts = useDoubts(form, readings, basis)
  const paste = (row: number, column: number, text: string): void => {
    const cells: Record<string, unknown> = {}
    for (const [down, line] of blockOf(text).entries())
      for (const [right, cell] of line.entries()) {
        const [train, month] = [shown[row + down], months[column + right]]
        if (train !== undefined && month !== undefined && cell.trim() !== '')
          cells[cellKey(train.id, month)] = readTyped(KM_FIELD, cell)
      }
    form.change(cells)
  }
  return (
    <div className="stack">
      <p className="small muted master-why">{t.readingsWhy}</p>
      <GridFilters basis={basis} onBasis={onBasis} typed={typed} onTyped={setTyped} until={until} onUntil={setUntil} />
      <p className="small muted">{t.readingsPaste}</p>
      <DraftRecovered draft={form.draft} onDiscard={() => void form.draft.drop()} />
      <ReadingRows
        trains={shown}
        months={months}
        form={form}
        stored={record}
        doubtful={(key) => doubts.get(key)?.some(isRefused) ?? false}
        onPaste={paste}
      />
      <SaveBar form={form} basis={basis} trains={trains} stored={record} doubts={doubts} />
    </div>
  )
}

interface FilterProps extends Pick<GridProps, 'basis' | 'onBasis'> {
  readonly typed: string
  readonly onTyped: (typed: string) => void
  readonly until: string
  readonly onUntil: (month: string) => void
}

function GridFilters({ basis, onBasis, typed, onTyped, until, onUntil }: FilterProps) {
  const { t } = useText()
  return (
    <div className="row master-filters">
      <label className="field grow">
        <span className="visually-hidden">{t.trainsSearch}</span>
        <input
          className="input"
          type="search"
          placeholder={t.trainsSearch}
          value={typed}
          onChange={(event) => onTyped(event.target.value)}
        />
      </label>
      <label className="field">
        <span className="visually-hidden">{t.readingsBasis}</span>
        <select className="input" value={basis} onChange={(event) => onBasis(event.target.value as Basis)}>
          <option value="cumulative">{t.readingsOdometer}</option>
          <option value="distance">{t.readingsDistance}</option>
        </select>
      </label>
      <button type="button" className="button" onClick={() => onUntil(addMonths(until, -6).slice(0, 7))}>
        ← {t.readingsEarlier}
      </button>
      <button type="button" className="button" onClick={() => onUntil(addMonths(until, 6).slice(0, 7))}>
        {t.readingsLater} →
      </button>
    </div>
  )
}

function useShownTrains(trains: readonly Train[], typed: string): readonly Train[] {
  return useMemo(() => {
    const wanted = plainText(typed)
    const today = localMoment().slice(0, 10)
    return trains
      .filter((train) => !isEnded('trains', train, today))
      .filter((train) => plainText(masterName('trains', train) + (train.aliases ?? '')).includes(wanted))
      .toSorted((a, b) => masterName('trains', a).localeCompare(masterName('trains', b), 'zh-CN', { numeric: true }))
      .slice(0, MOST)
  }, [trains, typed])
}

type Doubts = ReadonlyMap<string, readonly ReadingDoubt[]>

/** What speaks against what is typed, by cell. */
function useDoubts(form: Form, readings: Readings, basis: Basis): Doubts {
  const usual = useMemo(() => middleMonthKm([...readings.values()].flat()), [readings])
  const typed = form.changed.map((key) => [key, form.valueOf(key)] as const)
  return useMemo(() => {
    const found = new Map<string, readonly ReadingDoubt[]>()
    const perTrain = new Map<string, Map<ReadingLine, string>>()
    for (const [key, value] of typed) {
      if (typeof value !== 'number') continue
      const { trainId, ...line } = readingOfCell(key, value, basis)
      const lines = perTrain.get(trainId) ?? new Map<ReadingLine, string>()
      perTrain.set(trainId, lines.set({ ...line, km: value }, key))
    }
    for (const [trainId, lines] of perTrain) {
      const stored = (readings.get(trainId) ?? []).flatMap((reading) => lineOf(reading) ?? [])
      for (const [line, doubts] of readingDoubts(stored, [...lines.keys()], usual))
        found.set(lines.get(line) ?? '', doubts)
    }
    return found
    // The text stands for everything that was typed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [JSON.stringify(typed), readings, basis, usual])
}

interface SaveProps {
  readonly form: Form
  readonly basis: Basis
  readonly trains: readonly Train[]
  readonly stored: Readonly<Record<string, number>>
  readonly doubts: Doubts
}

/** What speaks against saving, the reason where readings on record change, and the button. */
function SaveBar({ form, basis, trains, stored, doubts }: SaveProps) {
  const { t } = useText()
  const person = usePerson()
  const command = useCommand()
  const sayDone = useSayDone()
  const why = String(form.valueOf(WHY) ?? '')
  const asksWhy = form.changed.some((key) => stored[key] !== undefined)
  const refused = [...doubts.values()].filter((found) => found.some(isRefused)).length
  const [against] = permits('save-readings', person)
  const refusal =
    against !== undefined
      ? t.commandRefusal(against)
      : form.changed.length === 0
        ? t.readingsNothing
        : form.unread.length > 0
          ? t.readingsUnread
          : refused > 0
            ? t.readingsRefused(refused)
            : asksWhy && why.trim() === ''
              ? t.readingsReasonNeeded
              : command.isPending
                ? t.commandPending
                : undefined
  const save = async (): Promise<void> => {
    const typed = form.changed.map((key) => {
      const value = form.valueOf(key)
      return readingOfCell(key, typeof value === 'number' ? value : null, basis)
    })
    const end = await command.run(
      () => saveReadings(typed, person, { why }),
      () => form.draft.drop(),
    )
    if (end.ended === 'done') sayDone(t.readingsSaved(typed.length), end.value)
  }
  return (
    <div className="stack">
      <DoubtList doubts={doubts} trains={trains} />
      {asksWhy ? (
        <label className="field">
          <span className="field-label">{t.readingsReason}</span>
          <input className="input" value={why} onChange={(event) => form.set(WHY, event.target.value)} />
        </label>
      ) : null}
      <div className="row">
        <button
          type="button"
          className="button primary"
          disabled={refusal !== undefined}
          title={refusal}
          onClick={() => void save()}
        >
          {t.readingsSave(form.changed.length)}
        </button>
        <span className="small muted">{refusal ?? <DraftStatus draft={form.draft} />}</span>
      </div>
    </div>
  )
}

function DoubtList({ doubts, trains }: Pick<SaveProps, 'doubts' | 'trains'>) {
  const { t } = useText()
  if (doubts.size === 0) return null
  const nameOf = (trainId: string): string => masterName('trains', trains.find(({ id }) => id === trainId) ?? {})
  return (
    <ul className="note warn plain-list" role="status">
      {[...doubts].slice(0, 12).map(([key, found]) => {
        const [month = '', trainId = ''] = key.split('|')
        return (
          <li key={key}>
            <span aria-hidden>{found.some(isRefused) ? '✕' : '·'}</span>{' '}
            {t.readingsDoubtLine(nameOf(trainId), month, found.map(t.readingsDoubt).join(t.semicolon))}
          </li>
        )
      })}
    </ul>
  )
}
