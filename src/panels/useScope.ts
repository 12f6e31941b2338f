/** Node, period, trains, population and the part counted live in the address, so that every screen obeys them and a link shares them. */
import { oneOf } from '../domain/closedSet'
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { dayNumber, isMoment } from '../domain/moment'
import { POPULATIONS, type Population } from '../metrics/judgement'
import type { PartBasis } from '../metrics/partBasis'
import type { Scope } from '../metrics/scope'

const list = (text: string | null): readonly string[] => (text === null || text === '' ? [] : text.split(','))

export function scopeOf(params: URLSearchParams): Scope {
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? '']
  const population = oneOf(POPULATIONS, params.get('pop')) ?? 'all'
  const nodeId = params.get('node')
  return {
    ...(nodeId === null ? {} : { nodeId }),
    ...(isMoment(from) ? { from: dayNumber(from) } : {}),
    ...(isMoment(to) ? { to: dayNumber(to) + 1 } : {}),
    population,
    partBasis: params.get('part') === 'reported' ? 'reported' : 'analysed',
    vehicleTypes: list(params.get('types')),
    depotIds: list(params.get('depots')),
    ...(params.has('without') ? { without: list(params.get('without')) } : {}),
  }
}

/** Parameters of the address that the scope is made of; `to` is the last day included, as people say it. */
export interface ScopeChange {
  readonly node?: string | null
  readonly from?: string | null
  readonly to?: string | null
  readonly pop?: Population | null
  readonly part?: PartBasis | null
  readonly types?: readonly string[]
  readonly depots?: readonly string[]
  /** Failures set aside, and why. */
  readonly without?: readonly string[]
  readonly why?: string
}

export function useScope(): {
  readonly scope: Scope
  readonly params: URLSearchParams
  readonly change: (change: ScopeChange) => void
} {
  const [params, setParams] = useSearchParams()
  const text = params.toString()
  const scope = useMemo(() => scopeOf(new URLSearchParams(text)), [text])
  const change = useCallback(
    (wanted: ScopeChange) => {
      setParams((before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(wanted)) {
          const word = Array.isArray(value) ? value.join(',') : (value as string | null)
          if (
            word === null ||
            word === '' ||
            (name === 'pop' && word === 'all') ||
            (name === 'part' && word === 'analysed')
          )
            next.delete(name)
          else next.set(name, word)
        }
        return next
      })
    },
    [setParams],
  )
  return { scope, params, change }
}
