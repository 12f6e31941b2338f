/** Opens a workbook with LibreOffice and prints it, where LibreOffice is installed. */
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

export function printedBook(bytes: Uint8Array, keepAs?: string): PrintedBook {
  const folder = mkdtempSync(join(tmpdir(), 'excel-print-'))
  try {
    writeFileSync(join(folder, 'book.xlsx'), bytes)
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        join(folder, 'book.xlsx'),
      ],
      { stdio: 'ignore', timeout: 55_000 },
    )
    const pdf = join(folder, 'book.pdf')
    if (keepAs !== undefined) writeFileSync(keepAs, readFileSync(pdf))
    const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })
    return {
      pages: Number(/Pages:\s+(\d+)/.exec(info)?.[1]),
      text: execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).replace(/\s+/g, ''),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
