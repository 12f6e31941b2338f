/** The failures of a filter in a ledger template: the one that comes along, the company's own, and where those are made. */
import { FileSpreadsheet } from 'lucide-react'
import { useLocation } from 'wouter'
import { localMoment } from '../i18n/format'
import { useText } from '../ui/LanguageContext'
import { Menu } from '../ui/Menu'
import { saveFile } from '../ui/saveFile'
import { useToast } from '../ui/Toasts'
import { exporter } from '../workers/exportClient'
import { templateProblem } from './templateProblem'
import { useActor } from './useActor'
import { useOwnTemplates } from './useOwnTemplates'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const LEDGER = ['ledger'] as const

export function ExportLedgerMenu({
  ids,
  disabledWhy,
}: {
  readonly ids: () => Promise<readonly string[]>
  readonly disabledWhy?: string
}) {
  const { t } = useText()
  const { actor } = useActor()
  const toast = useToast()
  const [, navigate] = useLocation()
  const own = useOwnTemplates(LEDGER)
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
      label={t.templateLedgerExport}
      icon={<FileSpreadsheet size={16} aria-hidden />}
      {...(disabledWhy === undefined ? {} : { disabledWhy })}
      items={[
        {
          label: t.templateBuiltIn('ledger'),
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
