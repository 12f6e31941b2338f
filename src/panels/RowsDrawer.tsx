/** The rows behind a number: slides in beside the figure, counts exactly what the mark counted, and leads to each failure. */
import { X } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useLocation } from 'wouter'
import { formatCount } from '../i18n/format'
import { useText } from '../ui/LanguageContext'
import { engine } from '../workers/engineClient'
import { FailureTable } from './FailureTable'
import { useEngineStatus } from './useEngine'
import type { ColumnField } from '../metrics/columnMeaning'
import './rowsDrawer.css'

const FIELDS: readonly ColumnField[] = [
  'occurredAt',
  'trainId',
  'bomNodeId',
  'description',
  'no',
  'state',
  'severity',
  'serviceImpact',
  'odometerKm',
  'measure',
  'causeText',
]
const ASKED: readonly ColumnField[] = [...FIELDS, 'nodeText']

export interface OpenedRows {
  readonly title: string
  readonly rows: Uint32Array
}

export function RowsDrawer({
  opened,
  filter,
  onClose,
}: {
  readonly opened: OpenedRows
  readonly filter: string
  readonly onClose: () => void
}) {
  const { t, language } = useText()
  const [, navigate] = useLocation()
  const close = useRef<HTMLButtonElement>(null)
  const { rows } = opened
  useEffect(() => {
    close.current?.focus()
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onClose, opened])
  const { attempt } = useEngineStatus()
  // An attempt that failed is not kept: the next one asks for the order anew.
  // oxlint-disable-next-line react/exhaustive-deps
  const ordered = useMemo(() => engine().newestFirst(rows), [rows, attempt])
  const load = useCallback(
    async (from: number, to: number) => engine().describeRows((await ordered).slice(from, to), ASKED, language),
    [ordered, language],
  )
  return (
    <aside className="rows-drawer" aria-label={opened.title}>
      <div className="spread">
        <div>
          <h2>
            {opened.title} · {t.drawerTitle(formatCount(rows.length, language))}
          </h2>
          <p className="small muted">{filter}</p>
        </div>
        <button type="button" ref={close} className="button quiet icon" aria-label={t.close} onClick={onClose}>
          <X size={18} aria-hidden />
        </button>
      </div>
      <FailureTable
        label={opened.title}
        total={rows.length}
        sourceKey={`${opened.title}|${rows.length}|${rows[0] ?? ''}|${rows.at(-1) ?? ''}|${language}`}
        load={load}
        fields={FIELDS}
        onSelect={(row) => navigate(`/failures/${row.id}`)}
        onOpen={(row) => navigate(`/failures/${row.id}`)}
      />
    </aside>
  )
}
