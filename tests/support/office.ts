/** Opens a workbook with LibreOffice and prints it or stores it again, where LibreOffice is installed. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const HAS_OFFICE = ['soffice', 'pdftotext'].every((program) =>
  (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, program))),
)

export interface PrintedBook {
  readonly pages: number
  /** Text of all pages, white space gone, because a line may break anywhere. */
  readonly text: string
}

/** @param to what LibreOffice makes of it, as the ending of a file; `read` sees that file before it is gone */
function converted<T>(bytes: Uint8Array, to: 'pdf' | 'ods', read: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'excel-print-'))
  try {
    writeFileSync(join(folder, 'book.xlsx'), bytes)
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        folder,
        join(folder, 'book.xlsx'),
      ],
      { stdio: 'ignore', timeout: 55_000 },
    )
    return read(join(folder, `book.${to}`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The workbook with its formulas worked out. */
export const recalculatedBook = (bytes: Uint8Array): Uint8Array =>
  converted(bytes, 'ods', (path) => new Uint8Array(readFileSync(path)))

export const printedBook = (bytes: Uint8Array, keepAs?: string): PrintedBook =>
  converted(bytes, 'pdf', (pdf) => {
    if (keepAs !== undefined) writeFileSync(keepAs, readFileSync(pdf))
    const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })
    return {
      pages: Number(/Pages:\s+(\d+)/.exec(info)?.[1]),
      text: execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).replace(/\s+/g, ''),
    }
  })
