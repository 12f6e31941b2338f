/** What every form of a case file is given, and what it hands to its dialog. */
import { askedFields, nextStep } from '../domain/workflow/askedFields'
import type { CaseFile } from '../domain/workflow/caseFile'
import { DEFAULT_LIMITS } from '../domain/workflow/gates'
import type { TransitionName } from '../domain/workflow/transitions'
import { localMoment } from '../i18n/format'
import type { DraftLabel } from './draftKeeper'
import type { Belongs } from './useIsClosed'
import { formOfTarget, labelOfTarget, type EditTarget } from './editTarget'

/** What the next step asks of the record of a form, as its values stand. */
export interface Asks {
  readonly step: TransitionName
  readonly fieldsFor: (values: Readonly<Record<string, unknown>>) => ReadonlySet<string>
}

function asksOf(file: CaseFile, { table, record }: EditTarget): Asks | undefined {
  const step = nextStep(file)
  if (step === null) return undefined
  // What depends on how far trains ran since is not a field somebody forgot.
  const context = { now: localMoment().slice(0, 16), escalation: {}, limits: DEFAULT_LIMITS }
  return { step: step.name, fieldsFor: (values) => askedFields(file, table, record, values, context) }
}

const ON_SITE: ReadonlySet<string> = new Set(['failures', 'handlings', 'replacements'])

export interface CaseFormProps {
  readonly file: CaseFile
  readonly target: EditTarget
  readonly onClose: () => void
}

interface Shared {
  readonly form: string
  readonly label: DraftLabel
  readonly isNew: boolean
  readonly belongs: Belongs
  readonly asks: Asks | undefined
  readonly focus: string | null
  readonly onClose: () => void
}

export const sharedOf = ({ file, target, onClose }: CaseFormProps): Shared => ({
  form: formOfTarget(file, target),
  label: labelOfTarget(file, target),
  isNew: target.record === null,
  // What hangs on a problem is the problem's; what was done on site stays with its failure.
  belongs:
    ON_SITE.has(target.table) || file.problem === null
      ? { failureId: file.failure.id }
      : { problemId: file.problem.id },
  asks: asksOf(file, target),
  focus: target.field ?? null,
  onClose,
})

/** The record of this id; an empty one when it is still to be made. */
export const recordWith = <R extends { readonly id: string }>(records: readonly R[], id: string | null): Partial<R> =>
  records.find((record) => record.id === id) ?? {}
