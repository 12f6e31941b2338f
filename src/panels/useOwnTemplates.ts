/** The company's own templates of some kinds, to be offered beside those that come along. */
import { isOneOf } from '../domain/closedSet'
import { useLiveQuery } from './useLiveQuery'
import type { TemplateKind } from '../exchange/write/templates/templateKinds'
import { allTemplates } from '../store/reportTemplates'

export interface OfferedTemplate {
  readonly id: string
  readonly name: string
}

export const useOwnTemplates = (kinds: readonly TemplateKind[]): readonly OfferedTemplate[] =>
  useLiveQuery(
    async () =>
      (await allTemplates()).flatMap(({ id, name = '', kind }) => (isOneOf(kinds, kind) ? [{ id, name }] : [])),
    [kinds.join(' ')],
  ) ?? []
