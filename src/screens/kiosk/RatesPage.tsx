/** Parts that fail most for what they run, ordered by the lower bound, so that few failures do not lead. */
import { formatCount, formatFigure } from '../../i18n/format'
import { inMillions, perMillion } from '../../reliability/perMillion'
import { useText } from '../../ui/LanguageContext'
import type { OnPageState } from './BigScreen'
import { BigBars } from './BigBars'
import { lastMonths } from '../../panels/lastMonths'
import { useFresh } from './useFresh'

const SHOWN = 7

export function RatesPage({ onState }: { readonly onState: OnPageState }) {
  const { t, language } = useText()
  const tree = useFresh('kiosk-rates', (engine) => engine.tree(lastMonths(12)), onState)
  if (tree === null) return null
  const rated = tree.nodes.flatMap((node) => {
    const { mtbf, own } = node.figures
    return own > 0 && mtbf.status === 'estimated' && mtbf.rateLower !== null
      ? [{ node, rate: mtbf.rate, lower: mtbf.rateLower, upper: mtbf.rateUpper }]
      : []
  })
  const worst = rated.sort((a, b) => b.lower - a.lower).slice(0, SHOWN)
  if (worst.length === 0) return <p className="kiosk-none">{t.homeYearNone}</p>
  // Three digits are read faster from afar than four, and bounds are no more exact.
  const figure = (value: number): string => formatFigure(Number(perMillion(value).toPrecision(3)), language)
  return (
    <BigBars
      bars={worst.map(({ node: { id, name, figures }, rate, lower, upper }) => ({
        key: id,
        name,
        value: lower,
        text: figure(rate),
        note: `${t.kioskBounds(figure(lower), figure(upper))} · ${t.kioskOver(
          formatCount(figures.rated, language),
          formatFigure(inMillions(figures.exposureKm), language),
        )}`,
      }))}
      foot={t.kioskRateUnit}
    />
  )
}
