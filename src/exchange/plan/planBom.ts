/** BOM rows become nodes; the same node described by several sheets is stored once. */
import { plainText } from '../../domain/plainText'
import type { PlannedRecord } from '../../domain/importPlan'
import type { BomNode } from '../../domain/records/bomNode'
import type { KnownRecords } from './knownRecords'
import { originIn } from './originIn'
import type { ParsedSheet } from '../tables/parsedSheet'

export interface BomDesk {
  readonly addSheet: (
    sheet: ParsedSheet,
    number: number,
  ) => { readonly added: number; readonly alreadyThere: number; readonly noName: number }
  readonly nodes: readonly PlannedRecord<'bomNodes'>[]
  readonly products: readonly PlannedRecord<'products'>[]
  /** Known and planned nodes together, for finding the part a failure names. */
  readonly all: () => readonly (BomNode & { readonly id: string })[]
}

const keyOf = (partNo: string, name: string, parentId: string | undefined): string =>
  `${partNo === '' ? `name:${plainText(name)}` : plainText(partNo)}|${parentId ?? ''}`

export function bomDesk(known: KnownRecords, newId: () => string): BomDesk {
  const ids = new Map(known.bomNodes.map((node) => [keyOf(node.partNo ?? '', node.name ?? '', node.parentId), node.id]))
  const nodes: PlannedRecord<'bomNodes'>[] = []
  const products: PlannedRecord<'products'>[] = []
  return {
    nodes,
    products,
    all: () => [...known.bomNodes, ...nodes],
    addSheet: (sheet, number) => {
      const counts = { added: 0, alreadyThere: 0, noName: 0 }
      /** Nodes of this sheet on the way from the root to the row being read, by level. */
      const path: string[] = []
      const originOf = originIn(number, sheet.columns)
      for (const record of sheet.records) {
        const { fields } = record
        const origin = originOf(record)
        const name = typeof fields.node === 'string' ? fields.node.trim() : ''
        const partNo = typeof fields.partNo === 'string' ? fields.partNo.trim() : ''
        const level = typeof fields.level === 'number' ? fields.level : 1
        if (name === '' && partNo === '') {
          counts.noName += 1
          continue
        }
        path.length = Math.min(path.length, level - 1)
        const parentId = path.at(-1)
        const key = keyOf(partNo, name, parentId)
        const found = ids.get(key)
        const id = found ?? newId()
        path[path.length] = id
        if (found !== undefined) {
          counts.alreadyThere += 1
          continue
        }
        counts.added += 1
        ids.set(key, id)
        let productId: string | undefined
        if (parentId === undefined) {
          productId = newId()
          products.push({ id: productId, code: partNo || name, name, origin })
        }
        const criticality = typeof fields.criticality === 'string' ? fields.criticality : undefined
        nodes.push({
          id,
          name,
          partNo,
          qty: typeof fields.quantity === 'number' && fields.quantity > 0 ? fields.quantity : 1,
          order: nodes.length,
          active: true,
          ...(parentId === undefined ? {} : { parentId }),
          ...(productId === undefined ? {} : { productId }),
          ...(typeof fields.code === 'string' ? { code: fields.code } : {}),
          ...(criticality === undefined ? {} : { criticality }),
          ...(typeof fields.designMtbfH === 'number' ? { designMtbfH: fields.designMtbfH } : {}),
          origin,
        })
      }
      return counts
    },
  }
}
