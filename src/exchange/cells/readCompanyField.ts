/** A cell under the header of a field the company added, read by the kind of that field. */
import { withoutRetiredMark } from '../../domain/companyFields'
import { companyValueWhy } from '../../domain/companyValueFaults'
import { plainText } from '../../domain/plainText'
import type { Field } from '../../domain/records/field'
import type { RawCell } from '../open/rawWorkbook'
import { saysNothing } from './cellText'
import { readField, type FieldReading, type ReadingContext } from './readField'

const NOTHING: FieldReading = {}

/** @returns the value, or the issue that says why there is none; an option nobody knows is a word to be decided */
export function readCompanyField(field: Field, text: string, cell: RawCell, context: ReadingContext): FieldReading {
  switch (field.kind) {
    case 'number':
      return numberOf(field, text, cell, context)
    case 'date': {
      const reading = readField('mfgDate', text, cell, context)
      return typeof reading.value === 'string' ? { ...reading, value: reading.value.slice(0, 10) } : reading
    }
    case 'yesNo':
      return readField('onMainLine', text, cell, context)
    case 'choice':
      return optionOf(field, text)
    default:
      return readField('remark', text, cell, context)
  }
}

function numberOf(field: Field, text: string, cell: RawCell, context: ReadingContext): FieldReading {
  const signed = /^\s*[-−–]\s*\d/u.test(text) && typeof cell.v !== 'number'
  const reading = readField('quantity', text, cell, context)
  if (typeof reading.value !== 'number') return reading
  const value = signed ? -reading.value : reading.value
  const wrong = companyValueWhy(field, value)
  return wrong === null ? { ...reading, value } : { issues: ['beyond-limits'] }
}

/** Labels of both languages and codes are understood; an option that was retired stays what old files say. */
function optionOf({ choices = [] }: Field, text: string): FieldReading {
  if (saysNothing(text)) return NOTHING
  const word = plainText(withoutRetiredMark(text.trim()))
  const found = choices.find(({ value, zh, en }) =>
    [value, withoutRetiredMark(zh), withoutRetiredMark(en)].some((name) => plainText(name) === word),
  )
  return found === undefined ? { issues: ['value-unmapped'] } : { value: found.value }
}
