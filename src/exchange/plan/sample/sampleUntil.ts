/**
 * The demonstration fleet as if it had been watched until another day, so that clocks, reports and the work that waits
 * live on the day it is loaded. Everything moves by the same number of days, and the figures stay what they are.
 */
import type { SampleFailure, SampleFleetFile } from '../../../../fixtures/demo/sampleFleetFile'
import { addMonths, dateOfDay, dayNumber } from '../../../domain/moment'

const DAY = /^\d{4}-\d{2}-\d{2}(?=$|T)/u
const MONTH = /^\d{4}-\d{2}$/u
/** A batch is a letter and the year and month it was made in; a serial carries the same between part and counter. */
const BATCH = /\b[A-Z]\d{4}\b/gu
const SERIAL = /^([A-Z]{2}\d{4})(\d{4})(\d{4})$/u
/** In sentences and in the numbers of documents. */
const YEAR_MONTH = /\b20\d{2}-(?:0[1-9]|1[0-2])\b/gu
const DOCUMENT_YEAR = /(?<=^[A-Z]+-)20\d{2}(?=-\d{3}$)/u

interface Move {
  readonly days: number
  readonly months: number
}

/**
 * @param until the last day that was watched, YYYY-MM-DD
 * @returns the same fleet with all days moved, and failures numbered by the year they then fall in
 */
export function sampleUntil(sample: SampleFleetFile, until: string): SampleFleetFile {
  const move = {
    days: dayNumber(until) - dayNumber(sample.dataUntil),
    months: monthNumber(until) - monthNumber(sample.dataUntil),
  }
  if (move.days === 0) return sample
  const { drawings, photos, ...rest } = sample
  const moved = movedIn(rest, move) as typeof rest
  const numbers = renumbered(sample.failures, moved.failures)
  const noOf = (no: string): string => numbers.get(no) ?? no
  return {
    ...moved,
    drawings,
    failures: moved.failures.map((failure) => ({ ...failure, no: noOf(failure.no) })),
    problems: moved.problems.map((problem) => ({ ...problem, failureNos: problem.failureNos.map(noOf) })),
    costs: moved.costs.map((cost) => ({ ...cost, failureNo: noOf(cost.failureNo) })),
    photos: photos.map((photo) => ({
      ...photo,
      failureNo: noOf(photo.failureNo),
      name: photo.name.replace(photo.failureNo, noOf(photo.failureNo)),
    })),
  }
}

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

function movedIn(value: unknown, move: Move): unknown {
  if (typeof value === 'string') return movedText(value, move)
  if (Array.isArray(value)) return value.map((one) => movedIn(one, move))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, movedIn(one, move)]))
}

function movedText(text: string, { days, months }: Move): string {
  if (DAY.test(text)) return text.replace(DAY, (day) => dateOfDay(dayNumber(day) + days))
  if (MONTH.test(text)) return addMonths(text, months)
  const serial = SERIAL.exec(text)
  if (serial !== null) return `${serial[1]}${movedStamp(serial[2] ?? '', months)}${serial[3]}`
  return text
    .replace(BATCH, (batch) => batch.slice(0, 1) + movedStamp(batch.slice(1), months))
    .replace(YEAR_MONTH, (month) => addMonths(month, months))
    .replace(DOCUMENT_YEAR, (year) => String(Number(year) + Math.round(months / 12)))
}

/** Year and month as four digits; what is no month is no stamp. */
function movedStamp(stamp: string, months: number): string {
  const month = Number(stamp.slice(2))
  if (month < 1 || month > 12) return stamp
  return addMonths(`20${stamp.slice(0, 2)}-${stamp.slice(2)}`, months)
    .slice(2)
    .replace('-', '')
}

/** Failure numbers count per depot and year, in the order in which the failures happened. */
function renumbered(before: readonly SampleFailure[], after: readonly SampleFailure[]): ReadonlyMap<string, string> {
  const counted = new Map<string, number>()
  return new Map(
    before.map(({ no }, at) => {
      const year = (after[at]?.occurredAt ?? '').slice(0, 4)
      const series = `${no.split('-').slice(0, 2).join('-')}-${year}`
      const count = (counted.get(series) ?? 0) + 1
      counted.set(series, count)
      return [no, `${series}-${String(count).padStart(4, '0')}`]
    }),
  )
}
