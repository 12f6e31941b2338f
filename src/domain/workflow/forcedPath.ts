/** How thoroughly a failure must be worked: light, standard or 8D. A person may choose more than is forced, never less. */
import { oneOf } from '../closedSet'
import { codesFlagged } from '../codeLists'
import type { CaseFile } from './caseFile'

export const PATHS = ['light', 'standard', '8D'] as const
export type Path = (typeof PATHS)[number]

export type ForcedBy =
  | 'severity-1'
  | 'severity-2'
  | 'accident'
  | 'impact'
  | 'safety-event'
  | 'critical-part'
  | 'recurrence'
  | 'bad-fix'
  | 'pattern'
  | 'three-in-90-days'

/** What the records around a failure say about it; the caller looks them up. */
export interface EscalationContext {
  /** Criticality of its BOM node: A, B, C or nothing. */
  readonly criticality?: string
  /** Failures of the same node and symptom in the 90 days up to it, itself included. */
  readonly alikeIn90Days?: number
}

export const LEAST_FOR_8D = 3

const FORCING = codesFlagged('CL-IMPACT', 'F')
const RULES: readonly {
  readonly path: Path
  readonly by: ForcedBy
  readonly when: (file: CaseFile, escalation: EscalationContext) => boolean
}[] = [
  { path: '8D', by: 'severity-1', when: ({ failure }) => failure.severity === '1' },
  { path: '8D', by: 'accident', when: ({ failure }) => failure.serviceImpact?.startsWith('ACC_') === true },
  { path: '8D', by: 'pattern', when: ({ failure }) => failure.failureClass?.includes('PATTERN') === true },
  { path: '8D', by: 'three-in-90-days', when: (_, { alikeIn90Days = 0 }) => alikeIn90Days >= LEAST_FOR_8D },
  { path: 'standard', by: 'severity-2', when: ({ failure }) => failure.severity === '2' },
  { path: 'standard', by: 'impact', when: ({ failure }) => FORCING.has(failure.serviceImpact ?? '') },
  { path: 'standard', by: 'safety-event', when: ({ failure }) => failure.safetyEvent === true },
  { path: 'standard', by: 'critical-part', when: (_, { criticality }) => criticality === 'A' },
  { path: 'standard', by: 'recurrence', when: ({ failure }) => failure.recurrence === 'recurs' },
  {
    path: 'standard',
    by: 'bad-fix',
    when: ({ failure }) => failure.recurrence === 'badFix' || failure.badFix === true,
  },
]

/** The lightest path allowed and every reason for it. */
export function forcedPath(
  file: CaseFile,
  escalation: EscalationContext,
): { readonly path: Path; readonly by: readonly ForcedBy[] } {
  const applying = RULES.filter((rule) => rule.when(file, escalation))
  const path = PATHS.toReversed().find((path) => applying.some((rule) => rule.path === path)) ?? 'light'
  return { path, by: applying.filter((rule) => rule.path === path).map((rule) => rule.by) }
}

export const isLighter = (path: Path, than: Path): boolean => PATHS.indexOf(path) < PATHS.indexOf(than)

/** The path a failure is on; while nobody has chosen one, it is worked in full. */
export const pathOf = ({ failure }: CaseFile): Path => oneOf(PATHS, failure.path) ?? 'standard'
