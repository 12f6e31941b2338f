/** The rows behind a number: slides in beside the figure, counts exactly what the mark counted, and leads to each failure. */
import { X } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useLocation } from 'wouter'
import { formatCount } from '../i18n/format'
import { useText } from '../ui/LanguageContext'
import { engine } from '../workers/engineClient'
import { FailureTable } from './FailureTable'
import { useEngineStatus } from './useEngine'
import { partField, type PartBasis } from '../metrics/partBasis'
import type { ColumnField } from '../metrics/columnMeaning'
import './rowsDrawer.css'

const FIELDS = (partBasis: PartBasis): readonly ColumnField[] => [
  'occurredAt',
  'trainId',
  partField(partBasis),
  'description',
  'no',
  'state',
  'severity',
  'serviceImpact',
  'odometerKm',
  'measure',
  'causeText',
]

export interface OpenedRows {
  readonly title: string
  readonly rows: Uint32Array
}

export function RowsDrawer({
  opened,
  filter,
  partBasis = 'analysed',
  onClose,
}: {
  readonly opened: OpenedRows
  readonly filter: string
  /** The part the rows were counted at. */
  readonly partBasis?: PartBasis | undefined
  readonly onClose: () => void
}) {
  const { t, language } = useText()
  const [, navigate] = useLocation()
  const close = useRef<HTMLButtonElement>(null)
  const { rows } = opened
  const fields = useMemo(() => FIELDS(partBasis), [partBasis])
  // Choices of one name and length are told apart by their rows.
  const fingerprint = useMemo(() => rows.reduce((sum, row) => (Math.imul(sum, 31) + row) | 0, 0), [rows])
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
    async (from: number, to: number) =>
      engine().describeRows((await ordered).slice(from, to), [...fields, 'nodeText'], language),
    [ordered, fields, language],
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
        sourceKey={`${opened.title}|${rows.length}|${fingerprint}|${language}`}
        load={load}
        fields={fields}
        onSelect={(row) => navigate(`/failures/${row.id}`)}
        onOpen={(row) => navigate(`/failures/${row.id}`)}
      />
    </aside>
  )
}
