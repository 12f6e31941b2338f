import { plainText } from '../../domain/plainText'
import { BUILT_IN_CODES } from '../../domain/codeLists'
import type { CodeListName } from '../../domain/codeListName'
import {
  CAUSE_WORDS,
  DISPOSITION_WORDS,
  FAILURE_MODE_WORDS,
  IMPACT_WORDS,
  MECHANISM_WORDS,
  METHOD_WORDS,
  PHASE_WORDS,
  RESULT_WORDS,
} from './codeWords'
import { codeReader, type CodeReader } from './readCode'

export type CodedField =
  | 'symptomCode'
  | 'detectionMethod'
  | 'operatingMode'
  | 'impact'
  | 'phase'
  | 'method'
  | 'causeCategory'
  | 'result'
  | 'disposition'
  | 'failureMode'
  | 'mechanism'

/** Both labels of every code, as our own workbooks write them. */
const labels = (list: CodeListName): readonly (readonly [string, string])[] =>
  BUILT_IN_CODES[list].flatMap(({ code, zh, en }) => [[zh, code] as const, [en, code] as const])

const READERS: Readonly<Record<CodedField, CodeReader>> = {
  symptomCode: codeReader({}, 'longest', labels('CL-SYM')),
  detectionMethod: codeReader({}, 'longest', labels('CL-DETECT')),
  operatingMode: codeReader({}, 'longest', labels('CL-MODE')),
  impact: codeReader(IMPACT_WORDS, 'last-listed', labels('CL-IMPACT')),
  phase: codeReader(PHASE_WORDS, 'longest', labels('CL-PHASE')),
  method: codeReader(METHOD_WORDS, 'longest', labels('CL-HANDLE')),
  causeCategory: codeReader(CAUSE_WORDS, 'longest', labels('CL-CAUSE')),
  result: codeReader(RESULT_WORDS, 'longest', labels('CL-RESULT')),
  disposition: codeReader(DISPOSITION_WORDS, 'longest', labels('CL-DISP')),
  failureMode: codeReader(FAILURE_MODE_WORDS, 'longest', labels('CL-MODEF')),
  mechanism: codeReader(MECHANISM_WORDS, 'longest', labels('CL-MECH')),
}

/** The code of a field's list for a word, or undefined. */
export const readCode = (field: CodedField, text: string): string | undefined => READERS[field](text)

/** The workflow state of our own workbooks. */
export const readState: CodeReader = codeReader({}, 'longest', labels('CL-STATE'))

/** Words of the lists of handling and of its results, as they stand there. */
const HANDLING_WORDS = new Set(
  [
    ...[...Object.values(METHOD_WORDS), ...Object.values(RESULT_WORDS)].flat(),
    ...[...labels('CL-HANDLE'), ...labels('CL-RESULT')].map(([word]) => word),
  ].map(plainText),
)

/** Is the whole text a word of these lists, or does it name a code in brackets? */
export const isHandlingWord = (text: string): boolean =>
  HANDLING_WORDS.has(plainText(text)) || /\[[A-Z][A-Z\d_]+\]$/u.test(text)
