/** Which form a failure is exported in: those that come along, the company's own, and where those are made. */
import { FileSpreadsheet } from 'lucide-react'
import { useLocation } from 'wouter'
import { localMoment } from '../i18n/format'
import { useText } from '../ui/LanguageContext'
import { Menu } from '../ui/Menu'
import { saveFile } from '../ui/saveFile'
import { useToast } from '../ui/Toasts'
import { exporter } from '../workers/exportClient'
import type { FilledForm } from '../workers/templateExporter'
import { templateProblem } from './templateProblem'
import { useActor } from './useActor'
import { useOwnTemplates } from './useOwnTemplates'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const FORMS = ['failure-report', 'analysis-report', 'corrective-action'] as const

export function ExportFormMenu({ failureId }: { readonly failureId: string }) {
  const { t } = useText()
  const { actor } = useActor()
  const toast = useToast()
  const [, navigate] = useLocation()
  const own = useOwnTemplates(FORMS)
  const run = async (name: string, fill: () => Promise<FilledForm | null>): Promise<void> => {
    try {
      const filled = await fill()
      if (filled === null) return
      saveFile(
        filled.bytes,
        `${name}_${filled.failureNo === '' ? localMoment().slice(0, 10) : filled.failureNo}.xlsx`.replace(
          /[\\/:*?"<>|]/gu,
          '-',
        ),
        XLSX,
      )
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
        ...FORMS.map((form) => ({
          label: t.templateBuiltIn(form),
          run: () => void run(t.templateBuiltIn(form), () => exporter().failureForm(failureId, form)),
        })),
        ...own.map(({ id, name }) => ({
          id,
          label: name,
          run: () => void run(name, () => exporter().ownForm(id, failureId, { madeBy: actor, madeOn: localMoment() })),
        })),
        { id: 'manage', label: t.templateManage, run: () => navigate('/templates') },
      ]}
    />
  )
}
