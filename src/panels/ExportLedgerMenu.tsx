/** The failures of a filter in a ledger template: that of the program or the company's own. */
import { FileSpreadsheet } from 'lucide-react'
import { localMoment } from '../i18n/format'
import { useText } from '../ui/LanguageContext'
import { Menu } from '../ui/Menu'
import { saveFile } from '../ui/saveFile'
import { useToast } from '../ui/Toasts'
import { exporter } from '../workers/exportClient'
import type { TemplateChoice } from '../workers/templateExporter'
import { templateProblem } from './templateProblem'
import { useTemplates } from './useTemplates'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function ExportLedgerMenu({ ids, disabledWhy }: { readonly ids: () => Promise<readonly string[]>; readonly disabledWhy?: string }) {
  const { t, language } = useText()
  const toast = useToast()
  const own = useTemplates('ledger')
  const run = async (choice: TemplateChoice, name: string): Promise<void> => {
    try {
      const { bytes, rows } = await exporter().templateLedger(await ids(), choice, language)
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
      items={[
        { label: t.templateBuiltIn('ledger'), run: () => void run({ builtIn: 'ledger' }, t.templateBuiltIn('ledger')) },
        ...own.map((template) => ({ label: template.name, run: () => void run({ own: template.id }, template.name) })),
      ]}
    />
  )
}
