import { CAUSE_WORDS, IMPACT_WORDS, METHOD_WORDS, PHASE_WORDS, RESULT_WORDS } from './codeWords'
import { codeReader, type CodeReader } from './readCode'

export type CodedField = 'impact' | 'phase' | 'method' | 'causeCategory' | 'result'

const READERS: Readonly<Record<CodedField, CodeReader>> = {
  impact: codeReader(IMPACT_WORDS, 'last-listed'),
  phase: codeReader(PHASE_WORDS, 'longest'),
  method: codeReader(METHOD_WORDS, 'longest'),
  causeCategory: codeReader(CAUSE_WORDS, 'longest'),
  result: codeReader(RESULT_WORDS, 'longest'),
}

/** The code of a field's list for a word, or undefined. */
export const readCode = (field: CodedField, text: string): string | undefined => READERS[field](text)
