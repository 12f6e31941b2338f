/** Which form a failure is exported in: those of the program and the company's own. */
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
const FORMS = ['failure-report', 'analysis-report', 'corrective-action'] as const

export function ExportFormMenu({ failureId }: { readonly failureId: string }) {
  const { t, language } = useText()
  const toast = useToast()
  const own = useTemplates('failure')
  const run = async (choice: TemplateChoice, name: string): Promise<void> => {
    try {
      const filled = await exporter().failureForm(failureId, choice, language)
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
      items={[
        ...FORMS.map((form) => ({ label: t.templateBuiltIn(form), run: () => void run({ builtIn: form }, t.templateBuiltIn(form)) })),
        ...own.map((template) => ({ label: template.name, run: () => void run({ own: template.id }, template.name) })),
      ]}
    />
  )
}
