/** Writes failures as a workbook in the ledger layout and hands it to the browser to save. */
import { inLanguage } from '../i18n/inLanguage'
import type { Language } from '../i18n/translation'
import { localMoment } from '../i18n/format'
import { exporter } from '../workers/exportClient'
import { saveFile } from '../ui/saveFile'

/** @returns how many failures the file holds */
export async function exportFailures(
  ids: readonly string[],
  about: { readonly language: Language; readonly filterInWords: string; readonly actor: string },
): Promise<number> {
  const generatedAt = localMoment()
  const { bytes, rows } = await exporter().failureLedger(ids, { ...about, generatedAt, build: __BUILD__ })
  saveFile(
    bytes,
    `${inLanguage(about.language, { zh: '故障台账', en: 'failure-ledger' })}_${generatedAt.slice(0, 16).replace(/[-:T]/gu, '')}.xlsx`,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  )
  return rows
}
