/** Doubtful cells of all files of an import. */
import type { IssueCode } from '../exchange/cells/parsedRecord'
import type { ParsedSheet } from '../exchange/tables/parsedSheet'
import type { CellIssue } from './importAnswers'
import { isOpened, type FileOfImport } from './openedFile'

/** @param code only doubts of this kind; null for all */
export function cellIssues(files: readonly FileOfImport[], code: IssueCode | null): readonly CellIssue[] {
  return files.flatMap((file, at) =>
    isOpened(file)
      ? file.sheets.flatMap((sheet) =>
          [...onRecords(sheet, at), ...onOtherRows(sheet, at)].filter((issue) => code === null || issue.code === code),
        )
      : [],
  )
}

const onRecords = ({ name, records }: ParsedSheet, file: number): readonly CellIssue[] =>
  records.flatMap(({ row, issues, fields, raw }) =>
    issues.map(({ column, code, field = null, parameters = {} }): CellIssue => {
      const value = field === null ? '' : String(fields[field] ?? '')
      const written = field === null ? '' : (raw[field] ?? value)
      return { file, sheet: name, row, column, code, field, raw: written, value, parameters }
    }),
  )

const onOtherRows = ({ name, issues }: ParsedSheet, file: number): readonly CellIssue[] =>
  issues.map(({ row, column, code, field = null, parameters = {} }): CellIssue => ({
    file,
    sheet: name,
    row,
    column,
    code,
    field,
    raw: '',
    value: '',
    parameters,
  }))
