/** The failures of a filter in the ledger template. */
import { FileSpreadsheet } from 'lucide-react'
import { localMoment } from '../i18n/format'
import { useText } from '../ui/LanguageContext'
import { Menu } from '../ui/Menu'
import { saveFile } from '../ui/saveFile'
import { useToast } from '../ui/Toasts'
import { exporter } from '../workers/exportClient'
import { templateProblem } from './templateProblem'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function ExportLedgerMenu({ ids, disabledWhy }: { readonly ids: () => Promise<readonly string[]>; readonly disabledWhy?: string }) {
  const { t } = useText()
  const toast = useToast()
  const run = async (): Promise<void> => {
    const name = t.templateBuiltIn('ledger')
    try {
      const { bytes, rows } = await exporter().templateLedger(await ids())
      saveFile(bytes, `${name}_${localMoment().slice(0, 16).replace(/[-:T]/gu, '')}.xlsx`.replace(/[\\/:*?"<>|]/gu, '-'), XLSX)
      toast(t.exportDone(rows))
    } catch (error) {
      toast(t.exportFailed(templateProblem(error, t)))
    }
  }
  return (
    <Menu
      label={t.templateLedgerExport}
      icon={<FileSpreadsheet size={16} aria-hidden />}
      {...(disabledWhy === undefined ? {} : { disabledWhy })}
      items={[{ label: t.templateBuiltIn('ledger'), run: () => void run() }]}
    />
  )
}
