/**
 * The ledgers, mileage, BOM and fleet list of a simulated company, imported as they are, must give back the world
 * they were written from: every event once, at the right part, over the right distance.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { kpiReport } from '../../src/headless/kpiReport'
import world from '../../fixtures/world/knownWorld.json'

const folder = 'fixtures/excel'
const wanted = [/^L2-.*最新版\.xlsx$/u, /^L5-/u, /^B1-/u, /^B2-/u]
const files = readdirSync(folder)
  .filter((name) => wanted.some((pattern) => pattern.test(name)))
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) }))
const report = kpiReport(files, {
  from: world.window.start,
  to: world.window.endExclusive,
  vehicleTypes: ['CRH380A', 'CRH380B', 'CRH5G'],
})

const numberKey = (no: string): string => {
  const match = /(\d{4})\D*(\d+)$/u.exec(no.trim())
  return match === null ? '' : `${match[1]}-${Number(match[2])}`
}

test('the four files are really read', () => {
  expect(files).toHaveLength(4)
  expect(report.trains).toBe(world.trains)
})

test('the fleet ran as far as it really did, within half a percent', () => {
  expect(Math.abs(report.trainKm / world.trainKm - 1)).toBeLessThan(0.005)
  expect(report.coverage).toBeGreaterThan(0.99)
})

test('every distinct event is counted once', () => {
  expect(report.failures).toBe(world.failures)
})

test('events are at the right part: at least 97% right, at most 0.5% wrong, the rest unassigned', () => {
  const byNumber = new Map<string, Set<string>>()
  const byPlace = new Map<string, Set<string>>()
  for (const event of world.events) {
    const place = `${event.date}|${event.trainNo}`
    byNumber.set(numberKey(event.no ?? ''), (byNumber.get(numberKey(event.no ?? '')) ?? new Set()).add(event.partNo))
    byPlace.set(place, (byPlace.get(place) ?? new Set()).add(event.partNo))
  }
  let right = 0
  let wrong = 0
  for (const event of report.events) {
    if (event.partNo === '') continue
    const truth = [
      ...(byNumber.get(numberKey(event.no)) ?? []),
      ...(byPlace.get(`${event.occurredAt.slice(0, 10)}|${event.train}`) ?? []),
    ]
    if (truth.includes(event.partNo)) right += 1
    else wrong += 1
  }
  expect(right / world.failures).toBeGreaterThanOrEqual(0.97)
  expect(wrong / world.failures).toBeLessThanOrEqual(0.005)
  expect(right + wrong + report.unassigned).toBe(report.failures)
})

test('the failures of every part agree with the world within what is unassigned or wrong', () => {
  const counted = new Map(report.nodes.map((node) => [node.partNo, node.own]))
  const off = world.byPart.reduce((sum, part) => sum + Math.abs((counted.get(part.partNo) ?? 0) - part.failures), 0)
  expect(off).toBeLessThanOrEqual(report.unassigned + 2 * Math.floor(world.failures * 0.005))
})

test('a root counts what its leaves count', () => {
  const roots = report.nodes.filter((node) => !node.path.includes(' / '))
  expect(roots.length).toBeGreaterThan(1)
  for (const root of roots) {
    const below = report.nodes
      .filter((node) => node.path === root.path || node.path.startsWith(`${root.path} / `))
      .reduce((sum, node) => sum + node.own, 0)
    expect(root.failures).toBe(below)
  }
  expect(roots.reduce((sum, root) => sum + root.failures, 0) + report.unassigned).toBe(report.failures)
})

test('a part that is several times on a train ran as many times the distance', () => {
  const relay = report.nodes.find((node) => node.partNo === 'BK-1210')
  expect(relay === undefined ? 0 : relay.exposureKm / report.trainKm).toBeCloseTo(8, 5)
})
