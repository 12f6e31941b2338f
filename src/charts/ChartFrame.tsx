/**
 * The card around a drawing: what it says, what was counted, what to beware of, and the tools every chart has:
 * copy as a picture, save as SVG, the same figures as a table, and what it means.
 */
import { CircleHelp, Copy, Download, ChartColumn, Table2 } from 'lucide-react'
import { useId, useRef, useState, type ReactNode } from 'react'
import { HELP, type HelpTopic } from '../reliability/help'
import { useText } from '../ui/LanguageContext'
import { fileNameOf } from './fileNameOf'
import { pictureOfChart, pngOf, type Caption, type Picture } from './pictureOfChart'
import './charts.css'

interface Props {
  readonly title: string
  /** What is counted, n, exposure, period, filter: one line. */
  readonly subtitle: string
  /** Warnings that belong to the figures, for example incomplete mileage. */
  readonly notes?: readonly string[]
  readonly help: HelpTopic
  /** The same figures as a table. */
  readonly table: ReactNode
  /** When given, there is nothing to draw, and this sentence says why. */
  readonly empty?: string | null
  /** Choices that change the drawing, shown beside the title. */
  readonly controls?: ReactNode
  readonly children: ReactNode
}

const PICTURE_SCALE = 2
const NO_NOTES: readonly string[] = []

export function ChartFrame({ title, subtitle, notes = NO_NOTES, help, table, empty, controls, children }: Props) {
  const { t, language } = useText()
  const card = useRef<HTMLElement>(null)
  const [isTable, setIsTable] = useState(false)
  const [isHelping, setIsHelping] = useState(false)
  const [said, setSaid] = useState<{ readonly text: string; readonly isTrouble: boolean } | null>(null)
  const titleId = useId()
  const helpId = useId()
  const isEmpty = empty !== undefined && empty !== null && empty !== ''
  const hasDrawing = !isEmpty && !isTable
  const named = (action: string): { 'aria-label': string; title: string } => ({
    'aria-label': t.chartOf(action, title),
    title: action,
  })

  const take = (): Picture => {
    const caption: Caption = { title, subtitle, notes }
    const picture = card.current === null ? null : pictureOfChart(card.current, caption)
    if (picture === null) throw new Error(t.chartNoDrawing)
    return picture
  }
  const attempt = async (work: () => Promise<string>): Promise<void> => {
    setSaid(null)
    try {
      setSaid({ text: await work(), isTrouble: false })
    } catch (error) {
      setSaid({ text: t.chartExportFailed(error instanceof Error ? error.message : String(error)), isTrouble: true })
    }
  }
  const copyPicture = (): Promise<void> =>
    attempt(async () => {
      const png = pngOf(take(), PICTURE_SCALE, t.chartPictureTooLarge)
      if (await copied(png)) return t.chartCopied
      download(await png, fileNameOf(title, 'png'))
      return t.chartPictureSaved
    })
  const saveSvg = (): Promise<void> =>
    attempt(async () => {
      download(new Blob([take().svg], { type: 'image/svg+xml' }), fileNameOf(title, 'svg'))
      return t.chartSvgSaved
    })

  return (
    <section ref={card} className="card chart-card" aria-labelledby={titleId}>
      <header className="chart-head">
        <h3 id={titleId}>{title}</h3>
        <div className="chart-tools no-print">
          {hasDrawing ? (
            <>
              <button
                type="button"
                className="button quiet icon"
                {...named(t.chartCopyPicture)}
                onClick={() => void copyPicture()}
              >
                <Copy size={16} aria-hidden />
              </button>
              <button
                type="button"
                className="button quiet icon"
                {...named(t.chartSaveSvg)}
                onClick={() => void saveSvg()}
              >
                <Download size={16} aria-hidden />
              </button>
            </>
          ) : null}
          {isEmpty ? null : (
            <button
              type="button"
              className="button quiet icon"
              {...named(isTable ? t.chartShowDrawing : t.chartShowTable)}
              onClick={() => {
                setIsTable(!isTable)
                setSaid(null)
              }}
            >
              {isTable ? <ChartColumn size={16} aria-hidden /> : <Table2 size={16} aria-hidden />}
            </button>
          )}
          <button
            type="button"
            className="button quiet icon"
            {...named(t.chartHelp)}
            aria-expanded={isHelping}
            aria-controls={helpId}
            onClick={() => setIsHelping(!isHelping)}
          >
            <CircleHelp size={16} aria-hidden />
          </button>
        </div>
      </header>
      <p className="chart-subtitle">{subtitle}</p>
      {controls}
      {notes.map((note) => (
        <p key={note} className="note warn small">
          {note}
        </p>
      ))}
      <div id={helpId} hidden={!isHelping} className="note small chart-help">
        <dl>
          <dt>{t.chartMeaning}</dt>
          <dd>{HELP[help][language].meaning}</dd>
          <dt>{t.chartFormula}</dt>
          <dd>{HELP[help][language].formula}</dd>
          <dt>{t.chartAssumptions}</dt>
          <dd>{HELP[help][language].assumptions}</dd>
          <dt>{t.chartWhenNot}</dt>
          <dd>{HELP[help][language].whenNot}</dd>
        </dl>
      </div>
      {isEmpty ? (
        <p className="chart-empty">{empty}</p>
      ) : isTable ? (
        <div className="chart-table-room">{table}</div>
      ) : (
        children
      )}
      <output
        className={
          said === null ? 'visually-hidden' : said.isTrouble ? 'note alarm small no-print' : 'note small no-print'
        }
      >
        {said?.text}
      </output>
    </section>
  )
}

/** The promise goes to the clipboard unresolved: some browsers only allow it within the click itself. */
async function copied(png: Promise<Blob>): Promise<boolean> {
  if (typeof ClipboardItem === 'undefined' || typeof navigator.clipboard?.write !== 'function') return false
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
    return true
  } catch {
    return false
  }
}

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
