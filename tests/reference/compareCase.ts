import { answerCase } from './answerCase'

export type ReferenceCase = {
  readonly id: string
  readonly method: string
  readonly inputs: unknown
  readonly expected: Readonly<Record<string, unknown>>
  readonly tolerance: { readonly relative: number; readonly absolute: number; readonly variances_relative?: number }
}

export type Difference = { readonly id: string; readonly key: string; readonly wanted: unknown; readonly got: unknown }

/** Everything in which our answer to a published case differs from its expected values; empty when it agrees. */
export function compareCase(one: ReferenceCase): Difference[] {
  try {
    const answer = answerCase(one.method, one.inputs)
    if (answer === undefined) return [{ id: one.id, key: 'method', wanted: one.method, got: 'unknown method' }]
    return differences(one, '', one.expected, answer)
  } catch (error) {
    return [{ id: one.id, key: 'method', wanted: one.method, got: String(error) }]
  }
}

function differences(one: ReferenceCase, key: string, wanted: unknown, got: unknown): Difference[] {
  if (typeof wanted === 'object' && wanted !== null) {
    const sameLength = !Array.isArray(wanted) || (Array.isArray(got) && got.length === wanted.length)
    if (typeof got !== 'object' || got === null || !sameLength) return [{ id: one.id, key, wanted, got }]
    const inside = got as Readonly<Record<string, unknown>>
    return Object.entries(wanted).flatMap(([name, value]) =>
      differences(one, key ? `${key}.${name}` : name, value, inside[name]),
    )
  }
  const agrees = typeof wanted === 'number' && typeof got === 'number' ? isNear(one, key, wanted, got) : wanted === got
  return agrees ? [] : [{ id: one.id, key, wanted, got }]
}

function isNear({ tolerance }: ReferenceCase, key: string, wanted: number, got: number): boolean {
  const variance = /(^|[._])(var|cov)/.test(key) ? tolerance.variances_relative : undefined
  return Math.abs(got - wanted) <= Math.max(tolerance.absolute, (variance ?? tolerance.relative) * Math.abs(wanted))
}
