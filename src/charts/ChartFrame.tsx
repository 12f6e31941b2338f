/**
 * The card around a drawing: what it says, what was counted, what to beware of, and the tools every chart has:
 * copy as a picture, save as SVG, the same figures as a table, and what it means.
 */
import { CircleHelp, Copy, Download, ChartColumn, Table2 } from 'lucide-react'
import { useId, useRef, useState, type ReactNode } from 'react'
import { HELP, type HelpTopic } from '../reliability/help'
import { useText } from '../ui/LanguageContext'
import { useChartPicture, type ChartPicture } from './useChartPicture'
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

const NO_NOTES: readonly string[] = []

export function ChartFrame({ title, subtitle, notes = NO_NOTES, help, table, empty, controls, children }: Props) {
  const { t } = useText()
  const card = useRef<HTMLElement>(null)
  const [isTable, setIsTable] = useState(false)
  const [isHelping, setIsHelping] = useState(false)
  const titleId = useId()
  const helpId = useId()
  const isEmpty = empty !== undefined && empty !== null && empty !== ''
  const picture = useChartPicture(card, { title, subtitle, notes })
  return (
    <section ref={card} className="card chart-card" aria-labelledby={titleId}>
      <header className="chart-head">
        <h3 id={titleId}>{title}</h3>
        <div className="chart-tools no-print">
          {isEmpty || isTable ? null : (
            <>
              <Tool chart={title} action={t.chartCopyPicture} onClick={() => void picture.copy()}>
                <Copy size={16} aria-hidden />
              </Tool>
              <Tool chart={title} action={t.chartSaveSvg} onClick={() => void picture.save()}>
                <Download size={16} aria-hidden />
              </Tool>
            </>
          )}
          {isEmpty ? null : (
            <Tool
              chart={title}
              action={isTable ? t.chartShowDrawing : t.chartShowTable}
              onClick={() => {
                setIsTable(!isTable)
                picture.forget()
              }}
            >
              {isTable ? <ChartColumn size={16} aria-hidden /> : <Table2 size={16} aria-hidden />}
            </Tool>
          )}
          <Tool
            chart={title}
            action={t.chartHelp}
            opens={{ 'aria-expanded': isHelping, 'aria-controls': helpId }}
            onClick={() => setIsHelping(!isHelping)}
          >
            <CircleHelp size={16} aria-hidden />
          </Tool>
        </div>
      </header>
      <p className="chart-subtitle">{subtitle}</p>
      {controls}
      {notes.map((note) => (
        <p key={note} className="note warn small">
          {note}
        </p>
      ))}
      <Help id={helpId} topic={help} isOpen={isHelping} />
      {isEmpty ? (
        <p className="chart-empty">{empty}</p>
      ) : isTable ? (
        <div className="chart-table-room">{table}</div>
      ) : (
        children
      )}
      <Said said={picture.said} />
    </section>
  )
}

interface ToolProps {
  /** The title of the chart it belongs to. */
  readonly chart: string
  readonly action: string
  readonly opens?: { readonly 'aria-expanded': boolean; readonly 'aria-controls': string }
  readonly onClick: () => void
  readonly children: ReactNode
}

function Tool({ chart, action, opens, onClick, children }: ToolProps) {
  const { t } = useText()
  return (
    <button
      type="button"
      className="button quiet icon"
      aria-label={t.chartOf(action, chart)}
      title={action}
      {...opens}
      onClick={onClick}
    >
      {children}
    </button>
  )
}

interface HelpProps {
  readonly id: string
  readonly topic: HelpTopic
  readonly isOpen: boolean
}

function Help({ id, topic, isOpen }: HelpProps) {
  const { t, language } = useText()
  const { meaning, formula, assumptions, whenNot } = HELP[topic][language]
  return (
    <div id={id} hidden={!isOpen} className="note small chart-help">
      <dl>
        <dt>{t.chartMeaning}</dt>
        <dd>{meaning}</dd>
        <dt>{t.chartFormula}</dt>
        <dd>{formula}</dd>
        <dt>{t.chartAssumptions}</dt>
        <dd>{assumptions}</dd>
        <dt>{t.chartWhenNot}</dt>
        <dd>{whenNot}</dd>
      </dl>
    </div>
  )
}

/** What became of the picture; a screen reader hears it. */
function Said({ said }: Pick<ChartPicture, 'said'>) {
  return (
    <output
      className={
        said === null ? 'visually-hidden' : said.isTrouble ? 'note alarm small no-print' : 'note small no-print'
      }
    >
      {said?.text}
    </output>
  )
}
