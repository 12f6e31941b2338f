import { expect, test } from 'vitest'
import { findNodes, findTrains, nodeNamed, nodeTitle, trainNamed, trainTitle } from '../../../src/metrics/fleetSearch'
import { aFleet } from './smallWorld'

/** Initials of the few names used here; the real ones come from a dictionary. */
const initialsOf = (words: string): string => ({ 中继阀: 'zjf', 紧急阀: 'jjf', 中继阀膜片: 'zjfmp' })[words] ?? ''

const fleet = aFleet({
  nodes: [
    { id: 'n1', productId: 'p1', name: '制动控制', partNo: 'BC-1' },
    { id: 'n2', productId: 'p1', parentId: 'n1', name: '中继阀', partNo: 'RV-77', aliases: '流量放大阀' },
    {
      id: 'n3',
      productId: 'p1',
      parentId: 'n2',
      name: '中继阀膜片',
      partNo: 'RV-77-3',
      targetFpmk: 0.4,
      criticality: 'A',
    },
    { id: 'n4', productId: 'p1', parentId: 'n1', name: '紧急阀', partNo: 'EV-5' },
  ],
  trains: [
    { id: 't1', trainNo: '2641', vehicleType: 'CRH380A' },
    { id: 't2', trainNo: '264', vehicleType: 'CRH380A' },
    { id: 't3', trainNo: '0264', vehicleType: 'CR400BF' },
  ],
})
const nodesFor = (typed: string): readonly string[] => findNodes(fleet, typed, 9, initialsOf).map((hit) => hit.id)
const trainsFor = (typed: string): readonly string[] => findTrains(fleet, typed, 9, initialsOf).map((hit) => hit.id)

test('the very part comes before parts that begin alike, however it is typed', () => {
  expect(nodesFor('中继阀')).toEqual(['n2', 'n3'])
  expect(nodesFor('rv-77')).toEqual(['n2', 'n3'])
  expect(nodesFor('zjf')).toEqual(['n2', 'n3'])
})

test('a part is found by another name, by the middle of its name, and not at all when nothing fits', () => {
  expect(nodesFor('流量放大')).toEqual(['n2'])
  expect(nodesFor('膜片')).toEqual(['n3'])
  expect(nodesFor('车轮')).toEqual([])
})

test('nothing typed lists the tree from the top, no more than asked for', () => {
  expect(nodesFor('')[0]).toBe('n1')
  expect(findNodes(fleet, '', 2, initialsOf)).toHaveLength(2)
})

test('a found part says where it sits', () => {
  expect(nodeTitle(fleet, 'n3')).toEqual({
    id: 'n3',
    name: '中继阀膜片',
    partNo: 'RV-77-3',
    path: ['制动控制', '中继阀', '中继阀膜片'],
    targetFpmk: 0.4,
    designMtbfH: null,
    designMdbfKm: null,
    criticality: 'A',
  })
  expect(nodeTitle(fleet, 'gone')).toBeNull()
})

test('the very train number comes first, then numbers that begin with it, then those that contain it', () => {
  expect(trainsFor('264')).toEqual(['t2', 't1', 't3'])
  expect(trainsFor('CR400')).toEqual(['t3'])
  expect(trainTitle(fleet, 't1')?.label).toBe('CRH380A-2641')
  expect(trainTitle(fleet, 'gone')).toBeNull()
})

test('words that name one train are that train, whatever their case and hyphens', () => {
  const named = (words: string): string | undefined => trainNamed(fleet, words)?.id
  expect(['CRH380A-2641', 'crh380a2641', 'CRH380A 2641', '２６４１', '2641', '2641号车'].map(named)).toEqual(
    Array(6).fill('t1'),
  )
  expect(named('264')).toBe('t2')
  expect(named('0264')).toBe('t3')
  expect(['', '26', '9999'].map(named)).toEqual([undefined, undefined, undefined])
})

test('a train is never named by its number alone when a type is written', () => {
  expect(trainNamed(fleet, 'CR400AF-2641')).toBeNull()
  expect(trainNamed(fleet, 'CRH380A-0264')).toBeNull()
})

test('a number that two trains have names neither', () => {
  const twins = aFleet({
    trains: [
      { id: 'a', trainNo: '2101', vehicleType: 'SY200B' },
      { id: 'b', trainNo: '2101', vehicleType: 'CR400AF' },
    ],
  })
  expect(trainNamed(twins, '2101')).toBeNull()
  expect(trainNamed(twins, 'cr400af 2101')?.id).toBe('b')
})

test('words that name one part are that part', () => {
  const named = (words: string): string | undefined => nodeNamed(fleet, words)?.id
  expect(['中继阀', 'rv77', 'RV-77', '流量放大阀', '中继阀  RV-77'].map(named)).toEqual(Array(5).fill('n2'))
  expect(['中继', '膜片', ''].map(named)).toEqual([undefined, undefined, undefined])
})
