import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeSampleFleet, sampleSeed } from '../../../fixtures/demo/makeSampleFleet'
import type { SampleFailure } from '../../../fixtures/demo/sampleFleetFile'
import { rateRatio } from '../../../src/reliability/rateRatio'
import { repeatFailures } from '../../../src/reliability/repeatFailures'

const fleet = makeSampleFleet(sampleSeed)
const ofPart = (partNo: string) => fleet.failures.filter((failure) => failure.partNo === partNo)
const dayOf = (text: string) => Date.parse(text.slice(0, 10)) / 86_400_000
const odometer = (trainNo: string, day: string) =>
  fleet.readings.findLast((one) => one.trainNo === trainNo && one.at <= day)?.odometerKm ?? 0
const fleetKm = (day: string) => fleet.trains.reduce((sum, { trainNo }) => sum + odometer(trainNo, day), 0)
const trainOf = ({ trainNo }: SampleFailure) => fleet.trains.find((train) => train.trainNo === trainNo)

function ratioOf(first: [number, number], second: [number, number]) {
  const got = rateRatio({ failures: first[0], exposure: first[1] }, { failures: second[0], exposure: second[1] }, 0.95)
  if (got.status !== 'estimated' || got.ratio === null) throw new Error('no ratio')
  return { ...got, ratio: got.ratio, upper: got.upper ?? Infinity }
}

test('the committed file is what the script makes', () => {
  const text = readFileSync(new URL('../../../fixtures/demo/sampleFleet.json', import.meta.url), 'utf8')
  expect(text === `${JSON.stringify(fleet)}\n`).toBe(true)
  expect(Buffer.byteLength(text)).toBeLessThan(1.2e6)
})

test('another seed makes another fleet, the same seed the same', () => {
  expect(makeSampleFleet(7)).toEqual(makeSampleFleet(7))
  expect(makeSampleFleet(7).failures).not.toEqual(fleet.failures)
})

test('24 trains of two types in three depots of two operators, about 1,200 failures', () => {
  expect(fleet.trains).toHaveLength(24)
  expect(new Set(fleet.trains.map(({ vehicleType }) => vehicleType)).size).toBe(2)
  expect(new Set(fleet.trains.map(({ siteCode }) => siteCode)).size).toBe(3)
  expect(new Set(fleet.sites.map(({ operator }) => operator)).size).toBe(2)
  expect(fleet.nodes.length).toBeGreaterThanOrEqual(43)
  expect(Math.abs(fleet.failures.length - 1200)).toBeLessThan(60)
})

test('every failure names a known train, part and depot, once', () => {
  const parts = new Set(fleet.nodes.map(({ partNo }) => partNo))
  expect(new Set(fleet.failures.map(({ no }) => no)).size).toBe(fleet.failures.length)
  for (const failure of fleet.failures) {
    expect(parts.has(failure.partNo) && trainOf(failure) !== undefined).toBe(true)
    expect(failure.no).toMatch(/^GZ-(城北|江湾|南浦)-202[1-5]-\d{4}$/)
    expect(failure.occurredAt).toMatch(/^202[1-5]-\d\d-\d\d(T\d\d:\d\d)?$/)
    expect(failure.description.length).toBeGreaterThanOrEqual(10)
    expect(failure.description).not.toMatch(/[{}]/)
    expect(failure.occurredAt.slice(0, 10) >= (trainOf(failure)?.serviceDate ?? '9')).toBe(true)
    expect(failure.closedAt !== undefined).toBe(failure.state === 'CLOSED')
    expect(failure.delayMin !== undefined).toBe(failure.impact === 'DELAY')
    expect(failure.installedSerial !== undefined).toBe(failure.method === 'SWAP_NEW')
  }
})

test('the part fitted at a place is the one that fails there next', () => {
  const fitted = new Map<string, string>()
  for (const { trainNo, carNo, partNo, position, serial, installedSerial } of fleet.failures) {
    const place = `${trainNo}/${carNo}/${partNo}/${position}`
    expect(fitted.get(place) ?? serial).toBe(serial)
    fitted.set(place, installedSerial ?? serial)
  }
})

test('odometers rise and a few months are missing', () => {
  const months = fleet.trains.map(({ trainNo }) => fleet.readings.filter((one) => one.trainNo === trainNo))
  for (const readings of months) {
    expect(readings.every(({ odometerKm }, at) => odometerKm > (readings[at - 1]?.odometerKm ?? 0))).toBe(true)
    expect(readings.at(-1)?.at).toBe('2025-12-31')
  }
  const spans = fleet.trains.map(
    ({ serviceDate }) => (2025 - Number(serviceDate.slice(0, 4))) * 12 + 13 - Number(serviceDate.slice(5, 7)),
  )
  const missing = spans.reduce((sum, span) => sum + span, 0) - fleet.readings.length
  expect(missing).toBeGreaterThan(5)
  expect(missing).toBeLessThan(60)
})

test('pressure sensors fail early: most of them in the first 12 months of their train', () => {
  const sensors = ofPart('ZK-2400')
  const early = sensors.filter((one) => dayOf(one.occurredAt) - dayOf(trainOf(one)?.serviceDate ?? '') < 365)
  expect(sensors.length).toBeGreaterThan(70)
  expect(early.length / sensors.length).toBeGreaterThan(0.45)
})

test('piston rings wear out: more than eight in ten fail in the second half of the kilometres', () => {
  const rings = ofPart('GF-1210')
  expect(rings.length).toBeGreaterThan(50)
  expect(rings.filter(({ odometerKm }) => odometerKm > 1_200_000).length / rings.length).toBeGreaterThan(0.8)
})

test('the relay valve retrofit of 2024-03-01 took about 60 % off its rate', () => {
  const valves = ofPart('ZK-2100')
  const before = valves.filter(({ occurredAt }) => occurredAt < '2024-03-01').length
  const kmBefore = fleetKm('2024-02-29')
  const got = ratioOf([valves.length - before, fleetKm('2025-12-31') - kmBefore], [before, kmBefore])
  expect(got.ratio).toBeGreaterThan(0.3)
  expect(got.ratio).toBeLessThan(0.5)
  expect(got.upper).toBeLessThan(0.75)
})

test('anti-skid valves fail several times as often on the six trains of the bad batch', () => {
  const bad = new Set(['1203', '2101', '2104', '2201', '2204', '2206'])
  const isBad = ({ trainNo }: { trainNo: string }) => bad.has(trainNo)
  const km = (trains: typeof fleet.trains) =>
    trains.reduce((sum, { trainNo }) => sum + odometer(trainNo, '2025-12-31'), 0)
  const valves = ofPart('FH-3000')
  const onBad = valves.filter(isBad)
  const got = ratioOf(
    [onBad.length, km(fleet.trains.filter(isBad))],
    [valves.length - onBad.length, km(fleet.trains.filter((one) => !isBad(one)))],
  )
  expect(got.ratio).toBeGreaterThan(3)
  expect(got.lower).toBeGreaterThan(2)
  expect(onBad.filter(({ batch }) => batch === 'F2106').length / onBad.length).toBeGreaterThan(0.7)
  expect(
    fleet.failures.filter(({ batch, ...one }) => batch === 'F2106' && !(one.partNo === 'FH-3000' && isBad(one))),
  ).toEqual([])
})

test('one communication board of train 1106 comes back six times within 30 days each', () => {
  const events = ofPart('ZK-1200').map((one) => ({
    id: one.no,
    asset: one.trainNo,
    key: `${one.carNo}/${one.position}`,
    day: dayOf(one.occurredAt),
    km: one.odometerKm,
  }))
  const got = repeatFailures(events, { days: 30 })
  if (got.status !== 'estimated') throw new Error('no repeats')
  const chain = new Set(got.repeats.map(({ id }) => id))
  expect(
    ofPart('ZK-1200').filter(({ no, trainNo, carNo }) => chain.has(no) && trainNo === '1106' && carNo === '05').length,
  ).toBeGreaterThanOrEqual(6)
})

test('dryers of the foggy depot take water: three months of the year hold most of its dryer failures', () => {
  const dryers = ofPart('GF-2000').filter(({ no }) => no.startsWith('GZ-城北'))
  const foggy = dryers.filter(({ occurredAt }) => ['12', '01', '02'].includes(occurredAt.slice(5, 7)))
  expect(foggy.length / dryers.length).toBeGreaterThan(0.75)
  const elsewhere = ofPart('GF-2000').filter(({ no }) => !no.startsWith('GZ-城北'))
  expect(elsewhere.length).toBeLessThan(dryers.length / 2)
})
