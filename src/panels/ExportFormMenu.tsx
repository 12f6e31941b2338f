/** Which form a failure is exported in. */
import { FileSpreadsheet } from 'lucide-react'
import { localMoment } from '../i18n/format'
import { useText } from '../ui/LanguageContext'
import { Menu } from '../ui/Menu'
import { saveFile } from '../ui/saveFile'
import { useToast } from '../ui/Toasts'
import { exporter } from '../workers/exportClient'
import { templateProblem } from './templateProblem'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const FORMS = ['failure-report', 'analysis-report', 'corrective-action'] as const

export function ExportFormMenu({ failureId }: { readonly failureId: string }) {
  const { t } = useText()
  const toast = useToast()
  const run = async (form: (typeof FORMS)[number]): Promise<void> => {
    const name = t.templateBuiltIn(form)
    try {
      const filled = await exporter().failureForm(failureId, form)
      if (filled === null) return
      saveFile(filled.bytes, `${name}_${filled.failureNo === '' ? localMoment().slice(0, 10) : filled.failureNo}.xlsx`.replace(/[\\/:*?"<>|]/gu, '-'), XLSX)
      toast(t.templateExported(name))
    } catch (error) {
      toast(t.exportFailed(templateProblem(error, t)))
    }
  }
  return (
    <Menu
      label={t.templateExport}
      icon={<FileSpreadsheet size={15} aria-hidden />}
      items={FORMS.map((form) => ({ label: t.templateBuiltIn(form), run: () => void run(form) }))}
    />
  )
}
