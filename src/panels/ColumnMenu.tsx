/** What can be done with one column of the failure table. */
import { EllipsisVertical } from 'lucide-react'
import type { ColumnField } from '../metrics/columnMeaning'
import type { Sorting } from '../metrics/failureFilter'
import { useText } from '../ui/LanguageContext'
import { Menu, type MenuItem } from '../ui/Menu'
import type { ColumnChanges } from './FailureTable'
import { useColumnMeaning } from './useColumnMeaning'
import { standardWidth, withinWidths, without, type Widths } from './tableShape'

const STEP = 24

interface Props {
  readonly field: ColumnField
  readonly fields: readonly ColumnField[]
  readonly widths: Widths
  readonly frozen: number
  readonly sorting: readonly Sorting[]
  readonly changes: ColumnChanges
}

/** The same columns with one moved by some places. */
function moved(fields: readonly ColumnField[], field: ColumnField, by: number): readonly ColumnField[] {
  const next = fields.filter((other) => other !== field)
  next.splice(fields.indexOf(field) + by, 0, field)
  return next
}

export function ColumnMenu({ field, fields, widths, frozen, sorting, changes }: Props) {
  const { t, language } = useText()
  const meaning = useColumnMeaning()(field)
  const { onSort, onFilter, onColumns, onFreeze, onGroup } = changes
  const at = fields.indexOf(field)
  const width = widths[field] ?? standardWidth(field)
  const widen = (by: number) => () => onColumns(fields, { ...widths, [field]: withinWidths(width + by) })
  const others = without(widths, field)
  const sortOnly = (descending: boolean) => () => onSort([{ field, descending }])
  const sortNext = (descending: boolean) => () =>
    onSort([...sorting.filter((each) => each.field !== field), { field, descending }])
  const isSortedByOthers = sorting.some((each) => each.field !== field)
  const item = (label: string, run: () => void, more: Partial<MenuItem> = {}): MenuItem => ({ label, run, ...more })
  const when = (isOffered: boolean, ...items: readonly MenuItem[]): readonly MenuItem[] => (isOffered ? items : [])
  return (
    <Menu
      isIcon
      label={t.columnMenu(meaning[language])}
      icon={<EllipsisVertical size={14} aria-hidden />}
      items={[
        item(t.columnSortUp, sortOnly(false)),
        item(t.columnSortDown, sortOnly(true)),
        ...when(isSortedByOthers, item(t.columnThenUp, sortNext(false)), item(t.columnThenDown, sortNext(true))),
        item(t.columnFilter, () => onFilter(field), { startsGroup: true }),
        ...when(
          meaning.kind !== 'number',
          item(t.columnGroup, () => onGroup(field)),
        ),
        at + 1 === frozen
          ? item(t.columnUnfreeze, () => onFreeze(0), { startsGroup: true })
          : item(t.columnFreeze, () => onFreeze(at + 1), { startsGroup: true }),
        item(t.columnWider, widen(STEP), { startsGroup: true, keepsOpen: true }),
        item(t.columnNarrower, widen(-STEP), { keepsOpen: true }),
        ...when(
          widths[field] !== undefined,
          item(t.columnStandardWidth, () => onColumns(fields, others)),
        ),
        ...when(
          at > 0,
          item(t.columnLeft, () => onColumns(moved(fields, field, -1), widths), { startsGroup: true }),
        ),
        ...when(
          at < fields.length - 1,
          item(t.columnRight, () => onColumns(moved(fields, field, 1), widths)),
        ),
        ...when(
          fields.length > 1,
          item(t.columnHide, () =>
            onColumns(
              fields.filter((other) => other !== field),
              others,
            ),
          ),
        ),
      ]}
    />
  )
}
