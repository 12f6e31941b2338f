/** Filling the company's own workbooks in the background: reads the records, resolves the names, hands back the bytes. */
import { inLanguage } from '../i18n/inLanguage'
import { codeBook } from '../domain/codeBook'
import { inForce } from '../domain/workflow/caseFile'
import { BUILT_IN_TEMPLATES, type BuiltInTemplate } from '../exchange/write/templates/builtInTemplates'
import { builtInFile } from '../exchange/write/templates/builtInFiles'
import { failureRecord, replacementRecords, type TemplateCase } from '../exchange/write/templates/failureFields'
import { fillTemplate } from '../exchange/write/templates/fillTemplate'
import type { TemplateData } from '../exchange/write/templates/templateBinding'
import { fleetOf, type Fleet } from '../metrics/fleet'
import { caseFileOf } from '../store/caseFiles'
import { readNames } from '../store/reference'
import { dossiersOf } from '../store/snapshots'
import { ledgerRow } from './exporter'

export interface FilledForm {
  readonly bytes: Uint8Array
  readonly failureNo: string
}

/** The forms that come with the program are Chinese; their boxes and lists know Chinese words only. */
const FORM_LANGUAGE = 'zh'

export async function caseOf(id: string, fleet: Fleet): Promise<TemplateCase | null> {
  const file = await caseFileOf(id)
  if (file === null) return null
  const { problem: _problem, attachments: _attachments, ...dossier } = inForce(file)
  const { failure, handlings, replacements } = dossier
  const node = fleet.tree.nodes.get(failure.bomNodeId ?? '')
  const station = fleet.parties.get(handlings.at(-1)?.siteId ?? '')?.name
  return {
    ...ledgerRow(dossier, fleet),
    verifications: dossier.verifications,
    nodeNames: Object.fromEntries(
      replacements.flatMap(({ bomNodeId }) => {
        const name = fleet.tree.nodes.get(bomNodeId ?? '')?.name
        return bomNodeId === undefined || name === undefined ? [] : [[bomNodeId, name]]
      }),
    ),
    ...(node?.spec === undefined ? {} : { nodeSpec: node.spec }),
    ...(node?.drawingNo === undefined ? {} : { drawingNo: node.drawingNo }),
    ...(station === undefined ? {} : { station }),
  }
}

/** One failure as a filled form; null when the failure is gone. */
export async function failureForm(id: string, form: BuiltInTemplate): Promise<FilledForm | null> {
  const reference = await readNames()
  const of = await caseOf(id, fleetOf(reference))
  if (of === null) return null
  const words = { book: codeBook(reference.codeItems), language: FORM_LANGUAGE } as const
  return {
    bytes: fillTemplate(await builtInFile(form), BUILT_IN_TEMPLATES[form], {
      cells: failureRecord(of, words),
      lists: { replacements: replacementRecords(of, words) },
    }),
    failureNo: of.failure.no ?? '',
  }
}

/** Many failures in the ledger template, in the order given. */
export async function templateLedger(
  ids: readonly string[],
): Promise<{ readonly bytes: Uint8Array; readonly rows: number }> {
  const reference = await readNames()
  const cases = await casesOf(ids, fleetOf(reference))
  return {
    bytes: fillTemplate(
      await builtInFile('ledger'),
      BUILT_IN_TEMPLATES.ledger,
      ledgerData(cases, { book: codeBook(reference.codeItems), language: FORM_LANGUAGE }),
    ),
    rows: cases.length,
  }
}

export const casesOf = async (ids: readonly string[], fleet: Fleet): Promise<readonly TemplateCase[]> =>
  (await dossiersOf(ids)).map((dossier): TemplateCase => ({
    ...ledgerRow(dossier, fleet),
    verifications: dossier.verifications,
    nodeNames: {},
  }))

export function ledgerData(cases: readonly TemplateCase[], words: Parameters<typeof failureRecord>[1]): TemplateData {
  const days = cases
    .map(({ failure }) => failure.occurredAt?.slice(0, 10) ?? '')
    .filter((day) => day !== '')
    .sort()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const years = [...new Set([first.slice(0, 4), last.slice(0, 4)])].filter((year) => year !== '').join('–')
  return {
    cells: {
      titleYear: { kind: 'blanks', parts: [years], text: years },
      periodText:
        first === '' ? '' : inLanguage(words.language, { zh: `${first} 至 ${last}`, en: `${first} to ${last}` }),
      count: cases.length,
    },
    lists: { failures: cases.map((of) => failureRecord(of, words)) },
  }
}
