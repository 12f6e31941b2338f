/** The true records of the fixtures, by what they are: they are written down again in layouts of our own. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Truth, TruthRecord } from '../judgeReading'

export type Fields = Readonly<Record<string, string | number | boolean>>

const FOLDER = 'fixtures/excel/truth'
const truths = readdirSync(FOLDER).map((name) => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Truth)
const isPlain = ({ fields, absent = [], duplicateOf }: TruthRecord): boolean =>
  absent.length === 0 && duplicateOf === undefined && Object.values(fields).every((value) => typeof value !== 'object')

/** Records of one kind in the order they stand in, without those a reader must doubt; the doubts are put in anew. */
export function trueRecords(kind: string, sheetKind: string): Fields[] {
  return truths.flatMap(({ sheets }) =>
    sheets
      .filter((sheet) => sheet.kind === sheetKind && sheet.optional !== true)
      .flatMap(({ records, issues }) => {
        const doubted = new Set(issues.map(({ row }) => row))
        return records
          .filter((record) => record.kind === kind && isPlain(record) && !doubted.has(record.row))
          .map(({ fields }) => fields as Fields)
      }),
  )
}

/** The records of one sheet, whole: a structure without one of its nodes is another structure. */
export function sheetRecords(kind: string): Fields[][] {
  return truths.flatMap(({ sheets }) =>
    sheets.filter((sheet) => sheet.kind === kind).map(({ records }) => records.map(({ fields }) => fields as Fields)),
  )
}

/** The forms of one kind: what the form says, and the lines of its parts list. */
export function trueForms(kind: string): { readonly main: Fields; readonly parts: readonly Fields[] }[] {
  return truths.flatMap(({ sheets }) =>
    sheets
      .filter((sheet) => sheet.kind === kind)
      .flatMap(({ records }) => {
        const [main, ...others] = records
        return main !== undefined && Object.values(main.fields).every((value) => typeof value !== 'object')
          ? [
              {
                main: main.fields as Fields,
                parts: others.filter((record) => record.kind === 'replacement').map(({ fields }) => fields as Fields),
              },
            ]
          : []
      }),
  )
}
