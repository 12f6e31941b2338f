/** What an answer is worked out from: the columns, the rows that count, the fleet and the names, all of one moment. */
import { LIST_COMMA, yesOrNo } from '../i18n/inLanguage'
import { codeBook, codeLabel } from '../domain/codeBook'
import { companyFieldsOf, companyFieldsOfTable } from '../domain/companyFields'
import { columnMeaning } from '../metrics/columnMeaning'
import type { LabelOf } from '../metrics/failureFilter'
import type { FieldData } from '../metrics/fieldData'
import { nodeLabel, partyLabel, trainLabel, type Fleet } from '../metrics/fleet'
import type { Reference } from '../store/reference'
import type { Language } from './engineAnswers'

export interface EngineView extends FieldData {
  readonly version: number
  readonly reference: Reference
  readonly labelOf: (language: Language) => LabelOf
}

/** How stored words become what people read. */
export function labelsFrom(reference: Reference, fleet: Fleet): EngineView['labelOf'] {
  const book = codeBook(reference.codeItems)
  const company = companyFieldsOfTable(companyFieldsOf(reference.companyFields), 'failures')
  const filesOf = (batchId: string, language: Language): string | undefined =>
    reference.batches
      .find((batch) => batch.id === batchId)
      ?.files.map((file) => file.name)
      .join(LIST_COMMA[language])
  return (language) => (field, word) => {
    const meaning = columnMeaning(field, company)
    if (word === '') return ''
    if (meaning.kind === 'code' && meaning.list !== undefined) return codeLabel(book, meaning.list, word, language)
    if (meaning.kind === 'choice') return meaning.choices?.find(({ value }) => value === word)?.[language] ?? word
    if (meaning.kind === 'yesNo') return yesOrNo(word === 'yes', language)
    if (meaning.kind === 'moment') return word.slice(0, 16).replace('T', ' ')
    if (meaning.kind !== 'ref') return word
    if (meaning.to === 'trains') return trainLabel(fleet, word)
    if (meaning.to === 'bomNodes') return nodeLabel(fleet, word)
    if (meaning.to === 'parties') return partyLabel(fleet, word)
    if (meaning.to === 'importBatches') return filesOf(word, language) ?? word
    return word
  }
}
