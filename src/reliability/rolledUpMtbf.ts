export type RollUpNode = {
  readonly id: string
  readonly parent: string | null
  readonly failures: number
  readonly exposure: number
  readonly quantity?: number
}

/**
 * What a part without failures adds: nothing, or the rate of its one-sided bound at this confidence. An assembly with
 * parts below it adds its own failures only: its bound would count the same distance again.
 */
export type ZeroPolicy = { readonly kind: 'ignore' } | { readonly kind: 'bound'; readonly confidence: number }

export type RolledUp = {
  /** MTBF of the node's own failures; null without one. */
  readonly own: Readonly<Record<string, number | null>>
  /** MTBF with everything below it; null where nothing contributes. */
  readonly rolledUp: Readonly<Record<string, number | null>>
}

/**
 * MTBF of every node of a bill of materials when rates add: a node's rate is its own, times its quantity, plus those of
 * the nodes below it. Say with the result which policy was used for nodes without failures.
 * @param nodes exposure in one unit, > 0; a parent that is not listed makes its node a root
 * @throws      RangeError for broken counts or exposures, or a cycle
 * @source      series system of constant rates (MIL-HDBK-338B 6.4)
 */
export function rolledUpMtbf(nodes: readonly RollUpNode[], policy: ZeroPolicy): RolledUp {
  const broken = nodes.find(
    ({ failures, exposure }) => !(Number.isSafeInteger(failures) && failures >= 0 && exposure > 0),
  )
  if (broken !== undefined)
    throw new RangeError(`node ${broken.id} has ${broken.failures} failures over ${broken.exposure}`)
  const rateOf = ({ failures, exposure }: RollUpNode, isLeaf: boolean): number =>
    failures > 0
      ? failures / exposure
      : policy.kind === 'ignore' || !isLeaf
        ? 0
        : -Math.log1p(-policy.confidence) / exposure
  const rates = new Map<string, number>()
  const visit = (node: RollUpNode, above: readonly string[]): number => {
    if (above.includes(node.id)) throw new RangeError(`node ${node.id} is part of itself`)
    const below = nodes.filter(({ parent }) => parent === node.id)
    const rate =
      rateOf(node, below.length === 0) * (node.quantity ?? 1) +
      below.reduce((sum, child) => sum + visit(child, [...above, node.id]), 0)
    rates.set(node.id, rate)
    return rate
  }
  const ids = new Set(nodes.map(({ id }) => id))
  for (const node of nodes) if (node.parent === null || !ids.has(node.parent)) visit(node, [])
  return {
    own: Object.fromEntries(nodes.map(({ id, failures, exposure }) => [id, failures > 0 ? exposure / failures : null])),
    rolledUp: Object.fromEntries(
      nodes.map(({ id }) => [id, (rates.get(id) ?? 0) > 0 ? 1 / (rates.get(id) ?? 1) : null]),
    ),
  }
}
