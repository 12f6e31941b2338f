/** The Pareto of the last year as bars one can read from afar: the part, its failures, and how much of all they make. */
import { formatCount, formatShare } from '../../i18n/format'
import { useText } from '../../ui/LanguageContext'
import type { OnPageState } from './BigScreen'
import { BigBars } from './BigBars'
import { lastMonths } from '../../panels/lastMonths'
import { useFresh } from './useFresh'

const SHOWN = 8

export function PartsPage({ onState }: { readonly onState: OnPageState }) {
  const { t, language } = useText()
  const tree = useFresh('kiosk-parts', (engine) => engine.tree(lastMonths(12)), onState)
  if (tree === null) return null
  const parts = tree.nodes
    .filter(({ figures }) => figures.own > 0)
    .sort((a, b) => b.figures.own - a.figures.own)
    .slice(0, SHOWN)
  if (parts.length === 0) return <p className="kiosk-none">{t.kioskEmpty}</p>
  const all = tree.counted
  const upTo = (at: number): number => parts.slice(0, at + 1).reduce((sum, { figures }) => sum + figures.own, 0)
  return (
    <BigBars
      bars={parts.map(({ id, name, figures }, at) => ({
        key: id,
        name,
        value: figures.own,
        text: formatCount(figures.own, language),
        note: t.kioskCumulative(formatShare(all === 0 ? 0 : upTo(at) / all, language)),
      }))}
      foot={t.kioskOfAll(formatCount(all, language))}
    />
  )
}
