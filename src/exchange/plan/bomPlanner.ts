/** BOM rows become nodes; the same node described by several sheets is stored once. */
import type { IdFor } from '../../domain/naturalId'
import { namesIn } from '../../domain/otherNames'
import { plainText } from '../../domain/plainText'
import type { PlannedRecord } from '../../domain/importPlan'
import type { BomNode } from '../../domain/records/bomNode'
import type { Origin } from '../../domain/records/tables'
import type { ParsedRecord } from '../cells/parsedRecord'
import type { ParsedSheet } from '../tables/parsedSheet'
import type { KnownRecords } from './knownRecords'
import { originIn } from './originIn'
import type { MasterReconciler, MasterOutcome } from './masterReconciler'

export interface BomPlanner {
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

/** What a row of a BOM says of its node, beside where it stands. */
function saidOf({ fields }: ParsedRecord): BomNode {
  return {
    ...(typeof fields.quantity === 'number' && fields.quantity > 0 ? { qty: fields.quantity } : {}),
    ...(typeof fields.code === 'string' ? { code: fields.code } : {}),
    ...(typeof fields.criticality === 'string' ? { criticality: fields.criticality } : {}),
    ...(typeof fields.designMtbfH === 'number' ? { designMtbfH: fields.designMtbfH } : {}),
  }
}

type Node = PlannedRecord<'bomNodes'>

/** Nodes by number or name under their parent. */
function nodeIndex(): {
  readonly add: (node: Node) => void
  readonly find: (partNo: string, name: string, parentId: string | undefined) => Node | undefined
} {
  const byKey = new Map<string, Node>()
  /** By name alone under the parent, for a list that gives the number only now, or gives it no more. */
  const byName = new Map<string, Node[]>()
  return {
    add: (node) => {
      byKey.set(keyOf(node.partNo ?? '', node.name ?? '', node.parentId), node)
      const key = keyOf('', node.name ?? '', node.parentId)
      byName.set(key, [...(byName.get(key) ?? []), node])
      for (const former of namesIn(node.aliases)) {
        const numbered = keyOf(former, '', node.parentId)
        if (!byKey.has(numbered)) byKey.set(numbered, node)
        const named = keyOf('', former, node.parentId)
        if (!byName.has(named)) byName.set(named, [node])
      }
    },
    find: (partNo, name, parentId) => {
      const exact = byKey.get(keyOf(partNo, name, parentId))
      if (exact !== undefined || name === '') return exact
      const [only, second] = byName.get(keyOf('', name, parentId)) ?? []
      const isOne = only !== undefined && second === undefined && (partNo === '' || (only.partNo ?? '') === '')
      return isOne ? only : undefined
    },
  }
}

export function bomPlanner(known: KnownRecords, masters: MasterReconciler, idFor: IdFor): BomPlanner {
  const index = nodeIndex()
  for (const node of known.bomNodes) index.add(node)
  const productOf = new Map<string, PlannedRecord<'products'>>(known.products.map((product) => [product.id, product]))
  const nodes: Node[] = []
  const products: PlannedRecord<'products'>[] = []

  function addProduct(record: ParsedRecord, origin: Origin): string {
    const { name, partNo } = namesOf(record)
    const code = partNo || name
    const product = { id: idFor('products', { code }), code, name, origin }
    products.push(product)
    productOf.set(product.id, product)
    masters.isPlanned(product.id)
    return product.id
  }

  /** A node without a parent is a product. */
  function addNode(record: ParsedRecord, parentId: string | undefined, origin: Origin): Node {
    const owner = parentId === undefined ? { productId: addProduct(record, origin) } : { parentId }
    const node: Node = {
      id: idFor('bomNodes', { ...owner, ...namesOf(record) }),
      ...namesOf(record),
      order: nodes.length,
      active: true,
      ...owner,
      qty: 1,
      ...saidOf(record),
      origin,
    }
    nodes.push(node)
    masters.isPlanned(node.id)
    index.add(node)
    return node
  }

  /** A list tells of a node that is there: what it adds, and what it says otherwise. */
  function sayAgain(record: ParsedRecord, node: Node, origin: Origin): MasterOutcome {
    const names = namesOf(record)
    const former = new Set(namesIn(node.aliases).map(plainText))
    // A list of before the part was renamed says nothing new by its former name.
    const said = Object.fromEntries(Object.entries(names).filter(([, name]) => !former.has(plainText(name))))
    const product = productOf.get(node.productId ?? '')
    const outcomes = [
      masters.say('bomNodes', node, { ...said, ...saidOf(record) }, origin),
      ...(product === undefined || said['name'] === undefined
        ? []
        : [masters.say('products', product, { name: names.name }, origin)]),
    ]
    return (
      outcomes.find((outcome) => outcome === 'completed') ?? outcomes.find((outcome) => outcome === 'differs') ?? 'same'
    )
  }

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
        const { name, partNo } = namesOf(record)
        const level = typeof record.fields.level === 'number' ? record.fields.level : 1
        if (name === '' && partNo === '') {
          counts.noName += 1
          continue
        }
        path.length = Math.min(path.length, level - 1)
        const parentId = path.at(-1)
        const found = index.find(partNo, name, parentId)
        const node = found ?? addNode(record, parentId, originOf(record))
        path[path.length] = node.id
        if (found === undefined) counts.added += 1
        else if (sayAgain(record, found, originOf(record)) === 'same') counts.alreadyThere += 1
      }
      return counts
    },
  }
}

function namesOf({ fields }: ParsedRecord): { readonly name: string; readonly partNo: string } {
  return {
    name: typeof fields.node === 'string' ? fields.node.trim() : '',
    partNo: typeof fields.partNo === 'string' ? fields.partNo.trim() : '',
  }
}
