/** The company's own templates in the background: opened for binding, previewed, filled. */
import { companyFieldsOf, companyFieldsOfTable } from '../domain/companyFields'
import { codeBook } from '../domain/codeBook'
import type { Fields } from '../domain/records/field'
import type { Moment } from '../domain/moment'
import type { Loss } from '../exchange/open/biff/losses'
import { isCompoundFile } from '../exchange/open/biff/workbookStream'
import { convertXls } from '../exchange/write/templates/convertXls'
import { failureRecord, replacementRecords, type TemplateCase } from '../exchange/write/templates/failureFields'
import { fillTemplate } from '../exchange/write/templates/fillTemplate'
import { sheetViews, type SheetView } from '../exchange/write/templates/sheetView'
import {
  readBinding,
  type TemplateBinding,
  type TemplateData,
  type TemplateRecord,
} from '../exchange/write/templates/templateBinding'
import { isTemplateKind, kindOfTemplate, type TemplateKind } from '../exchange/write/templates/templateKinds'
import { openTemplate, TemplateError } from '../exchange/write/templates/templatePackage'
import type { Language } from '../i18n/translation'
import { fleetOf } from '../metrics/fleet'
import { readNames, type Reference } from '../store/reference'
import { templateOf } from '../store/reportTemplates'
import { caseOf, casesOf, ledgerData, type FilledForm } from './templateExporter'

export interface OpenedTemplate {
  /** The workbook as it will be stored. */
  readonly bytes: Uint8Array
  /** It was an old .xls: what of it did not come along. Null for a workbook stored as it was given. */
  readonly losses: readonly Loss[] | null
  readonly sheets: readonly SheetView[]
}

/** Who exports, and when. */
export interface Maker {
  readonly madeBy: string
  readonly madeOn: Moment
}

export interface OwnTemplate {
  readonly name: string
  readonly kind: TemplateKind
  readonly language: Language
  readonly binding: TemplateBinding
  readonly bytes: Uint8Array
}

/** @throws TemplateError when it is no workbook that can be filled */
export function openOwnTemplate(bytes: Uint8Array, fileName: string): OpenedTemplate {
  const converted = isCompoundFile(bytes) ? convertXls(bytes, fileName) : null
  const workbook = converted?.bytes ?? bytes
  const sheets = sheetViews(openTemplate(workbook))
  if (sheets.length === 0) throw new TemplateError('template-unusual')
  return { bytes: workbook, losses: converted?.losses ?? null, sheets }
}

export const madeFields = ({ madeBy, madeOn }: Maker): TemplateRecord => ({
  madeBy,
  madeOn: { kind: 'date', moment: madeOn.slice(0, 10) },
})

const wordsIn = ({ codeItems, companyFields }: Reference, language: Language) => ({
  book: codeBook(codeItems),
  language,
  company: companyFieldsOfTable(companyFieldsOf(companyFields), 'failures'),
})

/** Every bound cell with the name of its field: what a template looks like when there is nothing to fill it with. */
function named(kind: TemplateKind, language: Language, company: Fields): TemplateData {
  const { cells, lists } = kindOfTemplate(kind, company)
  const record = (
    fields: readonly { readonly id: string; readonly zh: string; readonly en: string }[],
  ): TemplateRecord => Object.fromEntries(fields.map((field) => [field.id, `〔${field[language]}〕`]))
  return {
    cells: record(cells),
    lists: Object.fromEntries(lists.map(({ list, fields }) => [list, [record(fields), record(fields)]])),
  }
}

function formData(of: TemplateCase, words: Parameters<typeof failureRecord>[1], maker: Maker): TemplateData {
  return {
    cells: { ...failureRecord(of, words), ...madeFields(maker) },
    lists: { replacements: replacementRecords(of, words) },
  }
}

/** The sheet filled with these failures, as it would be exported. */
export async function previewTemplate(
  bytes: Uint8Array,
  binding: TemplateBinding,
  kind: TemplateKind,
  language: Language,
  ids: readonly string[],
  maker: Maker,
): Promise<SheetView | null> {
  const reference = await readNames()
  const fleet = fleetOf(reference)
  const words = wordsIn(reference, language)
  const dataOf = async (): Promise<TemplateData> => {
    if (ids.length === 0 || kind === 'summary') return named(kind, language, words.company)
    if (kind === 'ledger') {
      const { cells, lists } = ledgerData(await casesOf(ids, fleet), words)
      return { cells: { ...cells, ...madeFields(maker) }, lists }
    }
    const of = await caseOf(ids[0] ?? '', fleet)
    return of === null ? named(kind, language, words.company) : formData(of, words, maker)
  }
  return (
    sheetViews(openTemplate(fillTemplate(bytes, binding, await dataOf()))).find(({ name }) => name === binding.sheet) ??
    null
  )
}

/** @throws TemplateError when the template is gone or its binding cannot be read */
export async function ownTemplate(id: string): Promise<OwnTemplate> {
  const found = await templateOf(id)
  const binding = readBinding(found?.template.binding)
  if (found === null || binding === null || !isTemplateKind(found.template.kind))
    throw new TemplateError('template-gone')
  return {
    name: found.template.name ?? '',
    kind: found.template.kind,
    language: found.template.language === 'en' ? 'en' : 'zh',
    binding,
    bytes: new Uint8Array(found.bytes),
  }
}

/** One failure in a template of the company; null when the failure is gone. */
export async function ownForm(templateId: string, failureId: string, maker: Maker): Promise<FilledForm | null> {
  const { language, binding, bytes } = await ownTemplate(templateId)
  const reference = await readNames()
  const of = await caseOf(failureId, fleetOf(reference))
  if (of === null) return null
  return {
    bytes: fillTemplate(bytes, binding, formData(of, wordsIn(reference, language), maker)),
    failureNo: of.failure.no ?? '',
  }
}

/** Many failures in a ledger of the company, in the order given. */
export async function ownLedger(
  templateId: string,
  ids: readonly string[],
  maker: Maker,
): Promise<{ readonly bytes: Uint8Array; readonly rows: number }> {
  const { language, binding, bytes } = await ownTemplate(templateId)
  const reference = await readNames()
  const cases = await casesOf(ids, fleetOf(reference))
  const { cells, lists } = ledgerData(cases, wordsIn(reference, language))
  return {
    bytes: fillTemplate(bytes, binding, { cells: { ...cells, ...madeFields(maker) }, lists }),
    rows: cases.length,
  }
}
