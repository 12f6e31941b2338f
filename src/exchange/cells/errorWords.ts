/** What a spreadsheet shows in a cell that holds an error. */
import type { RawCell } from '../open/rawWorkbook'
import { errorText } from '../open/biff/formulaText'

/** `#REF!`; empty where the file holds no result at all. */
export const errorWords = ({ v }: RawCell): string => (typeof v === 'number' && v >= 0 ? errorText(v) : '')
