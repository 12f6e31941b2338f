import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { SampleFleetFile } from '../../../fixtures/demo/sampleFleetFile'
import { sampleUntil } from '../../../src/exchange/plan/sample/sampleUntil'

const file = JSON.parse(
  readFileSync(new URL('../../../fixtures/demo/sampleFleet.json', import.meta.url), 'utf8'),
) as SampleFleetFile
const UNTIL = '2026-11-29'
const moved = sampleUntil(file, UNTIL)
const daysBetween = (from: string, to: string) =>
  (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000

test('on its own last day the fleet is the file', () => {
  expect(sampleUntil(file, file.dataUntil)).toEqual(file)
})

test('every day moves by the same 333 days, and no text stays behind in a year the fleet never saw', () => {
  expect(moved.dataUntil).toBe(UNTIL)
  for (const [at, failure] of moved.failures.entries()) {
    const before = file.failures[at]
    expect(daysBetween(before?.occurredAt ?? '', failure.occurredAt)).toBe(333)
    expect(failure.occurredAt.slice(10)).toBe(before?.occurredAt.slice(10))
  }
  const reading = moved.readings[0]
  expect(reading && daysBetween(file.readings[0]?.at ?? '', reading.at)).toBe(333)
  expect(moved.problems[0]?.analysis.approvedAt).toBe('2024-10-18T10:00')
  expect(moved.failures.every(({ occurredAt }) => occurredAt.slice(0, 10) <= UNTIL)).toBe(true)
})

test('numbers say the year of the failure, count per depot without gaps, and still find what belongs to them', () => {
  const seen = new Map<string, number>()
  for (const { no, occurredAt } of moved.failures) {
    const [, depot, year, count] = no.split('-')
    expect(year).toBe(occurredAt.slice(0, 4))
    const series = `${depot} ${year}`
    seen.set(series, (seen.get(series) ?? 0) + 1)
    expect(Number(count)).toBe(seen.get(series))
  }
  const at = (fleet: SampleFleetFile, no: string) => fleet.failures.findIndex((failure) => failure.no === no)
  expect(at(moved, moved.problems[0]?.failureNos[3] ?? '')).toBe(at(file, file.problems[0]?.failureNos[3] ?? ''))
  expect(at(moved, moved.costs[9]?.failureNo ?? '')).toBe(at(file, file.costs[9]?.failureNo ?? ''))
  expect(moved.photos[0]?.name).toBe(`${moved.photos[0]?.failureNo}.png`)
})

test('batches and serials were made that much later, and the bad batch keeps its parts', () => {
  const story = (fleet: SampleFleetFile) => fleet.problems[1]
  expect(story(file)?.title).toContain('F2106')
  expect(story(moved)?.title).toContain('F2205')
  const parts = (fleet: SampleFleetFile, batch: string) =>
    fleet.failures.flatMap((failure, at) => (failure.batch === batch ? [at] : []))
  expect(parts(moved, 'F2205')).toEqual(parts(file, 'F2106'))
  const serials = (fleet: SampleFleetFile) => new Set(fleet.failures.map(({ serial }) => serial))
  expect(serials(moved).size).toBe(serials(file).size)
  const swapped = moved.failures.findIndex(({ removedSerial }) => removedSerial !== undefined)
  expect(moved.failures[swapped]?.removedSerial).toBe(moved.failures[swapped]?.serial)
})
