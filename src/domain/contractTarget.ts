/** What is read from a target of a contract: what is missing before it can be kept, and who may agree one. */
import { isMoment } from './moment'
import type { ContractTarget } from './records/contractTarget'
import { may, type Role } from './workflow/roles'

export type TargetRefusal =
  | 'target-contract'
  | 'target-kind'
  | 'target-value'
  | 'target-confidence'
  | 'target-definition'
  | 'target-agreed-by'
  | 'target-agreed-on'

const DEFAULT_CONFIDENCE = 0.9
const isSaid = (text: string | undefined): boolean => (text ?? '').trim() !== ''

/** The first thing a target lacks; null when it is whole. */
export function targetRefusal(target: ContractTarget): TargetRefusal | null {
  const { value, confidencePct = 90 } = target
  if (!isSaid(target.contractNo)) return 'target-contract'
  if (!isSaid(target.category) || !isSaid(target.population) || !isSaid(target.measure)) return 'target-kind'
  if (value === undefined || !Number.isFinite(value) || value <= 0) return 'target-value'
  if (!(confidencePct >= 50 && confidencePct < 100)) return 'target-confidence'
  if (!isSaid(target.definition)) return 'target-definition'
  if (!isSaid(target.agreedBy)) return 'target-agreed-by'
  return target.agreedOn !== undefined && isMoment(target.agreedOn) && target.agreedOn.length === 10
    ? null
    : 'target-agreed-on'
}

/** One-sided confidence of the bound that decides, in (0, 1). */
export const confidenceOf = ({ confidencePct }: ContractTarget): number =>
  confidencePct === undefined ? DEFAULT_CONFIDENCE : confidencePct / 100

/** A distance must be reached; a rate must not be exceeded. */
export const isDistance = ({ measure }: ContractTarget): boolean => measure === 'mdbfTrain' || measure === 'mdbfPart'
/** Whether its kilometres are those of the parts, which are as many times those of the train as it carries parts. */
export const isOfParts = ({ measure }: ContractTarget): boolean => measure === 'mdbfPart' || measure === 'fpmkPart'

/** Those who keep or approve the product data, and whoever keeps the system. */
export const mayAgreeTargets = (role: Role): boolean =>
  may(role, 'A', 'product') || may(role, 'C', 'product') || may(role, 'U', 'administer')
