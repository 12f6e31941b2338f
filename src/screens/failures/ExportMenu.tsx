/** The ways out of the list: as a workbook, in a ledger template, and where templates are made. */
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { localMoment } from '../../i18n/format'
import { useText } from '../../ui/LanguageContext'
import { Menu } from '../../ui/Menu'
import { saveFile } from '../../ui/saveFile'
import { useToast } from '../../ui/Toasts'
import { engine } from '../../workers/engineClient'
import { exporter } from '../../workers/exportClient'
import { exportFailures } from '../../panels/exportFailures'
import type { ListView } from './useListView'
import { templateProblem } from '../../panels/templateProblem'
import { useActor } from '../../panels/useActor'
import { useOwnTemplates } from '../../panels/useOwnTemplates'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const LEDGER = ['ledger'] as const

export function ExportMenu({ view: { query, total, inWords } }: { readonly view: ListView }) {
  const { t, language } = useText()
  const { actor } = useActor()
  const toast = useToast()
  const [, navigate] = useLocation()
  const own = useOwnTemplates(LEDGER)
  const [isExporting, setIsExporting] = useState(false)
  const ids = (): Promise<readonly string[]> => engine().idsOf(query)
  const workbook = async (): Promise<void> => {
    setIsExporting(true)
    try {
      const filterInWords = inWords === '' ? t.filterNothing : inWords
      toast(t.exportDone(await exportFailures(await ids(), { language, filterInWords, actor })))
    } catch (error) {
      toast(t.exportFailed(error instanceof Error ? error.message : String(error)))
    }
    setIsExporting(false)
  }
  const run = async (
    name: string,
    fill: (ids: readonly string[]) => Promise<{ readonly bytes: Uint8Array; readonly rows: number }>,
  ): Promise<void> => {
    try {
      const { bytes, rows } = await fill(await ids())
      saveFile(
        bytes,
        `${name}_${localMoment().slice(0, 16).replace(/[-:T]/gu, '')}.xlsx`.replace(/[\\/:*?"<>|]/gu, '-'),
        XLSX,
      )
      toast(t.exportDone(rows))
    } catch (error) {
      toast(t.exportFailed(templateProblem(error, t)))
    }
  }
  return (
    <Menu
      label={isExporting ? t.exporting : t.exportMenu}
      icon={<Download size={16} aria-hidden />}
      {...(total === 0 ? { disabledWhy: t.emptyFiltered } : isExporting ? { disabledWhy: t.exporting } : {})}
      items={[
        { id: 'workbook', label: t.exportExcel, run: () => void workbook() },
        {
          id: 'built-in',
          label: t.templateBuiltIn('ledger'),
          startsGroup: true,
          run: () => void run(t.templateBuiltIn('ledger'), (some) => exporter().templateLedger(some)),
        },
        ...own.map(({ id, name }) => ({
          id,
          label: name,
          run: () => void run(name, (some) => exporter().ownLedger(id, some, { madeBy: actor, madeOn: localMoment() })),
        })),
        { id: 'manage', label: t.templateManage, run: () => navigate('/templates') },
      ]}
    />
  )
}
