/** The simulated company of `fixtures/excel` as its ledgers tell it, imported without a browser. */
import { readdirSync, readFileSync } from 'node:fs'
import { dayNumber } from '../../src/domain/moment'
import { parseWorkbook } from '../../src/exchange/tables/parseWorkbook'
import { planImport } from '../../src/exchange/plan/planImport'
import { fieldDataOfPlan } from '../../src/headless/fieldDataOfPlan'
import type { FieldData } from '../../src/metrics/fieldData'
import type { Scope } from '../../src/metrics/scope'

export interface KnownFleet {
  readonly data: FieldData
  /** All failures of a part of its multiple-unit trains, over the years the records cover. */
  readonly scopeOf: (name: string) => Scope & { readonly nodeId: string }
}

const WANTED = [/^L2-.*最新版\.xlsx$/u, /^L5-/u, /^B1-/u, /^B2-/u]

export function knownFleet(): KnownFleet {
  const parsed = readdirSync('fixtures/excel')
    .filter((name) => WANTED.some((pattern) => pattern.test(name)))
    .map((name) => {
      const result = parseWorkbook(new Uint8Array(readFileSync(`fixtures/excel/${name}`)), name)
      if (!result.ok) throw new Error(name)
      return { name, size: 0, sha256: '', sheets: result.sheets, rows: [] }
    })
  let next = 0
  const data = fieldDataOfPlan(planImport(parsed, () => `r${String((next += 1)).padStart(9, '0')}`).plan)
  return {
    data,
    scopeOf(name) {
      const node = [...data.fleet.tree.nodes.values()].find((node) => node.name === name)
      if (node === undefined) throw new Error(`${name} is not in the tree`)
      return {
        nodeId: node.id,
        population: 'all',
        vehicleTypes: ['CRH380A', 'CRH380B', 'CRH5G'],
        depotIds: [],
        partBasis: 'analysed',
        from: dayNumber('2014-01-01'),
        to: dayNumber('2017-10-01'),
      }
    },
  }
}
