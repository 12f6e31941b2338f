/** One sheet, row by row: every cell as written with what it was read as, mended in place, with rows that can be left out. */
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { SheetOverride } from '../../exchange/tables/parsedSheet'
import type {
  DoubtSaid,
  ReviewCell,
  ReviewColumn,
  ReviewFilter,
  ReviewRow,
} from '../../exchange/plan/review/reviewRows'
import { CODED_WORDS, type CodedWord } from '../../exchange/tables/wordDecisions'
import { formatCount } from '../../i18n/format'
import { useCodes } from '../../panels/useCodes'
import { importer } from '../../workers/importClient'
import type { Preview } from '../../workers/importAnswers'
import { useText } from '../../ui/LanguageContext'

interface Props {
  readonly preview: Preview
  readonly file: number
  readonly sheet: string
  readonly filter: ReviewFilter
  readonly onDecide: (file: number, sheet: string, decision: SheetOverride) => Promise<void>
}

interface Place {
  readonly row: number
  /** −1 is the tick. */
  readonly column: number
}

interface Alike {
  readonly header: string
  readonly mailed: string
  readonly text: string
  readonly addresses: readonly string[]
}

const ROW_HEIGHT = 34
const HEADER_HEIGHT = 36
const ROOM = 12
const BEYOND = 12

const focusNow = (input: HTMLInputElement | null): void => input?.focus()

export function ReviewGrid({ preview, file, sheet, filter, onDecide }: Props) {
  const { t, language } = useText()
  const { label } = useCodes()
  const box = useRef<HTMLDivElement>(null)
  /** Whether the cell under the pointer was chosen before it was pressed: a second press mends it, also on a phone. */
  const wasActive = useRef(false)
  const [from, setFrom] = useState(0)
  const [shown, setShown] = useState<{
    readonly columns: readonly ReviewColumn[]
    readonly total: number
    readonly from: number
    readonly rows: readonly ReviewRow[]
  }>({ columns: [], total: 0, from: 0, rows: [] })
  const [active, setActive] = useState<Place>({ row: 0, column: 0 })
  const [typed, setTyped] = useState<string | null>(null)
  const [alike, setAlike] = useState<Alike | null>(null)

  useEffect(() => {
    let isCurrent = true
    const first = Math.max(0, from - BEYOND)
    void importer()
      .rows(file, sheet, filter, first, from + ROOM + BEYOND)
      .then((found) => {
        if (isCurrent) setShown({ ...found, from: first })
      })
    return () => {
      isCurrent = false
    }
  }, [preview, file, sheet, filter, from])
  useEffect(() => {
    setFrom(0)
    setActive({ row: 0, column: 0 })
    setAlike(null)
    box.current?.scrollTo({ top: 0 })
  }, [file, sheet, filter])

  const focusActive = useCallback((place: Place) => {
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>(`[data-place="${place.row}|${place.column}"]`)?.focus(),
    )
  }, [])
  const move = (to: Place): void => {
    const next = {
      row: Math.max(0, Math.min(shown.total - 1, to.row)),
      column: Math.max(-1, Math.min(shown.columns.length - 1, to.column)),
    }
    setActive(next)
    const scroller = box.current
    if (scroller !== null) {
      const top = next.row * ROW_HEIGHT
      if (top < scroller.scrollTop) scroller.scrollTop = top
      else if (top + 2 * ROW_HEIGHT > scroller.scrollTop + scroller.clientHeight - HEADER_HEIGHT)
        scroller.scrollTop = top + 2 * ROW_HEIGHT - scroller.clientHeight + HEADER_HEIGHT
    }
    focusActive(next)
  }
  const cellAt = ({ row, column }: Place): ReviewCell | undefined => shown.rows[row - shown.from]?.cells[column]
  const begin = (place: Place): void => {
    const cell = cellAt(place)
    if (cell?.address == null) return
    setActive(place)
    setTyped(cell.text)
  }
  const finish = async (): Promise<void> => {
    const cell = cellAt(active)
    const text = typed
    setTyped(null)
    focusActive(active)
    if (cell?.address == null || text === null || text === cell.text) return
    const column = shown.columns[active.column]
    const mailed = cell.mailed ?? cell.text
    await onDecide(file, sheet, { cells: { [cell.address]: text } })
    if (column?.column == null || mailed === '') return
    const address = cell.address
    const others = (await importer().alike(file, sheet, column.column, mailed)).filter((other) => other !== address)
    setAlike(others.length === 0 ? null : { header: column.header, mailed, text, addresses: others })
  }
  const mendAll = async (): Promise<void> => {
    if (alike === null) return
    setAlike(null)
    await onDecide(file, sheet, { cells: Object.fromEntries(alike.addresses.map((address) => [address, alike.text])) })
  }
  const toggle = (row: ReviewRow): void => {
    void importer()
      .leftOutRows(file, sheet)
      .then((left) =>
        onDecide(file, sheet, { leftOut: row.isLeftOut ? left.filter((one) => one !== row.row) : [...left, row.row] }),
      )
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (typed !== null || event.nativeEvent.isComposing) return
    const steps: Readonly<Record<string, Place>> = {
      ArrowDown: { row: active.row + 1, column: active.column },
      ArrowUp: { row: active.row - 1, column: active.column },
      ArrowRight: { row: active.row, column: active.column + 1 },
      ArrowLeft: { row: active.row, column: active.column - 1 },
      PageDown: { row: active.row + ROOM, column: active.column },
      PageUp: { row: active.row - ROOM, column: active.column },
      Home: { row: active.row, column: -1 },
      End: { row: active.row, column: shown.columns.length - 1 },
    }
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      move(step)
    } else if ((event.key === 'Enter' || event.key === 'F2') && active.column >= 0) {
      event.preventDefault()
      begin(active)
    } else if (event.key === ' ' && active.column < 0) {
      event.preventDefault()
      const row = shown.rows[active.row - shown.from]
      if (row !== undefined) toggle(row)
    }
  }
  const valueWords = (column: ReviewColumn, cell: ReviewCell): string => {
    if (cell.value === null) return ''
    if (typeof cell.value === 'boolean') return cell.value ? t.yes : t.no
    return column.field in CODED_WORDS
      ? label(CODED_WORDS[column.field as CodedWord], String(cell.value))
      : String(cell.value)
  }
  const sentences = (doubts: readonly DoubtSaid[]): string =>
    doubts.map(({ code, parameters }) => t.issueSentence(code, parameters ?? {})).join(t.semicolon)
  const titleOf = (column: ReviewColumn, cell: ReviewCell): string =>
    [
      cell.address ?? t.reviewNoCell,
      ...(cell.mailed === null ? [] : [t.reviewMailed(cell.mailed)]),
      ...(cell.value === null
        ? cell.text === ''
          ? []
          : [t.reviewNothingRead]
        : [t.reviewReads(valueWords(column, cell))]),
      ...(cell.issues.length > 0 ? [sentences(cell.issues)] : []),
    ].join('\n')

  return (
    <>
      {alike === null ? null : (
        <div className="note row" role="status">
          <span>{t.reviewAlike(formatCount(alike.addresses.length, language), alike.mailed)}</span>
          <button type="button" className="button primary" onClick={() => void mendAll()}>
            {t.reviewAlikeMend(formatCount(alike.addresses.length, language))}
          </button>
          <button type="button" className="button" onClick={() => setAlike(null)}>
            {t.reviewAlikeNo}
          </button>
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={box}
        className="review-grid"
        onScroll={(event) => setFrom(Math.floor(event.currentTarget.scrollTop / ROW_HEIGHT))}
      >
        {/* A table that is edited: the grid pattern, with one tab stop and arrow keys. */}
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          aria-label={`${t.reviewTitle} ${sheet}`}
          aria-rowcount={shown.total + 1}
          aria-colcount={shown.columns.length + 2}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col" className="review-tick">
                {t.reviewStore}
              </th>
              <th scope="col" className="number">
                {t.reviewRow}
              </th>
              {shown.columns.map(({ field, column, header }) => (
                <th key={field} scope="col" title={header}>
                  {column === null ? '' : <span className="mono muted">{column} </span>}
                  {header === '' ? t.canonicalField(field) : header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.from > 0 ? <tr aria-hidden style={{ height: shown.from * ROW_HEIGHT }} /> : null}
            {shown.rows.map((row, at) => {
              const index = shown.from + at
              const isActive = (column: number): boolean => active.row === index && active.column === column
              return (
                <tr key={row.row} aria-rowindex={index + 2} className={row.isLeftOut ? 'is-left-out' : ''}>
                  <td className="review-tick">
                    <input
                      type="checkbox"
                      checked={!row.isLeftOut}
                      aria-label={t.reviewRowLabel(String(row.row))}
                      data-place={`${index}|-1`}
                      tabIndex={isActive(-1) ? 0 : -1}
                      onFocus={() => setActive({ row: index, column: -1 })}
                      onChange={() => toggle(row)}
                    />
                  </td>
                  <th
                    scope="row"
                    className={row.issues.length > 0 ? 'number is-doubtful' : 'number'}
                    title={sentences(row.issues)}
                  >
                    {row.row}
                  </th>
                  {row.cells.map((cell, column) => {
                    const meaning = shown.columns[column]
                    if (meaning === undefined) return null
                    const isEdited = typed !== null && isActive(column)
                    const state = [
                      cell.issues.length > 0 ? 'is-doubtful' : '',
                      cell.mailed === null ? '' : 'is-mended',
                      cell.value === null && cell.text !== '' && cell.issues.length > 0 ? 'is-unread' : '',
                    ].join(' ')
                    return (
                      <td
                        key={meaning.field}
                        className={state}
                        title={titleOf(meaning, cell)}
                        data-place={`${index}|${column}`}
                        data-cell={cell.address ?? ''}
                        tabIndex={isActive(column) ? 0 : -1}
                        onFocus={() => {
                          if (typed === null) setActive({ row: index, column })
                        }}
                        onPointerDown={() => {
                          wasActive.current = isActive(column)
                        }}
                        onClick={() => {
                          if (wasActive.current && typed === null) begin({ row: index, column })
                        }}
                        onDoubleClick={() => {
                          if (typed === null) begin({ row: index, column })
                        }}
                      >
                        {isEdited ? (
                          <input
                            className="input"
                            aria-label={t.reviewEdit(cell.address ?? '', meaning.header)}
                            value={typed ?? ''}
                            ref={focusNow}
                            onChange={(event) => setTyped(event.target.value)}
                            onBlur={() => void finish()}
                            onKeyDown={(event) => {
                              if (event.nativeEvent.isComposing) return
                              if (event.key === 'Enter') {
                                event.preventDefault()
                                event.stopPropagation()
                                void finish()
                              }
                              if (event.key === 'Escape') {
                                event.stopPropagation()
                                setTyped(null)
                                focusActive(active)
                              }
                            }}
                          />
                        ) : (
                          <>
                            {cell.text}
                            {cell.issues.length > 0 ? (
                              <span className="visually-hidden"> {sentences(cell.issues)}</span>
                            ) : null}
                            {cell.mailed === null ? null : (
                              <span className="visually-hidden"> {t.reviewCorrected}</span>
                            )}
                          </>
                        )}
                      </td>
                    )
                  })}
                </tr>
              )
            })}
            {shown.total > shown.from + shown.rows.length ? (
              <tr aria-hidden style={{ height: (shown.total - shown.from - shown.rows.length) * ROW_HEIGHT }} />
            ) : null}
          </tbody>
        </table>
        {shown.total === 0 ? <p className="muted review-none">{t.reviewNone}</p> : null}
      </div>
    </>
  )
}
