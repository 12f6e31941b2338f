/** Opens the right form for a record of a case file, at the field a person came for. */
import type { CaseFile } from '../domain/workflow/caseFile'
import { timeOfReplacement } from '../store/serialLives'
import { ActionForm, AnalysisForm, VerificationForm } from './CauseForms'
import { CustodyDialog } from './CustodyDialog'
import { EditDialog } from './EditDialog'
import type { EditTarget } from './editTarget'
import { GateForm, inputsOfGate } from './GateForm'
import { HandlingForm, ReplacementForm } from './SiteForms'
import { ProblemDialog } from './ProblemDialog'

interface Props {
  readonly file: CaseFile
  readonly target: EditTarget
  readonly onClose: () => void
}

export function CaseEditor({ file, target, onClose }: Props) {
  const { failure } = file
  const { table, record, field = null, gate } = target
  const form = { file, target, onClose }
  switch (table) {
    case 'failures':
      if (field === 'problemId') return <ProblemDialog file={file} onClose={onClose} />
      return inputsOfGate(gate) === null ? <EditDialog failure={failure} onClose={onClose} /> : <GateForm {...form} />
    case 'handlings':
      return <HandlingForm {...form} />
    case 'replacements': {
      const line = file.replacements.find(({ id }) => id === record)
      return field === 'custody' && line !== undefined ? (
        <CustodyDialog removal={{ line, removedAt: timeOfReplacement(line, failure) }} onClose={onClose} />
      ) : (
        <ReplacementForm {...form} />
      )
    }
    case 'rootCauseAnalyses':
      return <AnalysisForm {...form} />
    case 'correctiveActions':
      return <ActionForm {...form} />
    case 'effectVerifications':
      return <VerificationForm {...form} />
    default:
      return null
  }
}
