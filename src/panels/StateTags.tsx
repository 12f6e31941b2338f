/** Severity and workflow state as people recognise them without colour: shape and words first. */
import { useCodes } from './useCodes'
import './stateTags.css'

const SEVERITY_SHAPE: Readonly<Record<string, string>> = { '1': '◆', '2': '▲', '3': '●', '4': '○' }
const STAGE: Readonly<Record<string, readonly [stage: number, glyph: string]>> = {
  DRAFT: [1, '◌'],
  SUBMITTED: [1, '◔'],
  RETURNED: [1, '↩'],
  HANDLING: [2, '◑'],
  ANALYSIS: [2, '◑'],
  ACTION: [3, '◕'],
  VERIFY: [4, '●'],
  CLOSE_REVIEW: [4, '●'],
  CLOSED: [5, '✓'],
  ARCHIVED: [5, '✓'],
  CANCELLED: [5, '✕'],
  MERGED: [5, '⇄'],
}

interface MarkProps {
  readonly code: string | undefined
  /** What people read. A list of thousands of rows has it already and must not ask for the code lists once a row. */
  readonly label: string
}

export function SeverityMark({ code, label }: MarkProps) {
  if (code === undefined || code === '') return null
  return (
    <span className={`tag severity-${code}`}>
      <span aria-hidden>{SEVERITY_SHAPE[code] ?? '·'}</span>
      {label}
    </span>
  )
}

export function StateMark({ code, label }: MarkProps) {
  if (code === undefined || code === '') return null
  const [stage, glyph] = STAGE[code] ?? [5, '·']
  return (
    <span className={`tag stage-${stage}`}>
      <span aria-hidden>{glyph}</span>
      {label}
    </span>
  )
}

export function SeverityTag({ code }: { readonly code: string | undefined }) {
  const { label } = useCodes()
  return <SeverityMark code={code} label={label('CL-SEV', code)} />
}

export function StateTag({ code }: { readonly code: string | undefined }) {
  const { label } = useCodes()
  return <StateMark code={code} label={label('CL-STATE', code)} />
}
