/** Failures and distance before and after an action, side by side; each number opens its failures. */
import { inMillions, perMillion } from '../reliability/perMillion'
import { formatCount, formatFigure, formatShare } from '../i18n/format'
import type { ActionEffect, EffectSide } from '../metrics/effectivenessScope'
import { periodAsDates } from '../metrics/scope'
import { useText } from '../ui/LanguageContext'
import type { OpenedRows } from './RowsDrawer'

interface Props {
  readonly effect: ActionEffect
  readonly onOpen: (rows: OpenedRows) => void
}

export function EffectSides({ effect: { before, after, units }, onOpen }: Props) {
  const { t } = useText()
  return (
    <div className="scroll-x">
      <table className="table small effect-sides">
        <thead>
          <tr>
            <th scope="col" />
            <th scope="col">{t.effectPeriod}</th>
            {[t.failures, t.effectTrainKm, t.effectPartKm, t.effectCoverage, t.rateWord].map((name) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Side
            name={units === null ? t.effectBefore : t.effectItemsBefore(units.comparedWith)}
            side={before}
            isOfItems={units?.comparedWith === 'same-items'}
            onOpen={onOpen}
          />
          <Side
            name={units === null ? t.effectAfter : t.effectItemsAfter}
            side={after}
            isOfItems={units !== null}
            onOpen={onOpen}
          />
          {units === null ? null : (
            <Side name={t.effectOthersAfter} side={units.others} isOfItems={false} onOpen={onOpen} />
          )}
        </tbody>
      </table>
    </div>
  )
}

interface SideProps extends Pick<Props, 'onOpen'> {
  readonly name: string
  readonly side: EffectSide
  /** Items are counted one by one: their distance is no train-kilometres. */
  readonly isOfItems: boolean
}

function Side({ name, side, isOfItems, onOpen }: SideProps) {
  const { t, language } = useText()
  const [from, to] = periodAsDates(side.from, side.to)
  const title = `${name} ${from} ～ ${to}`
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{side.to > side.from ? `${from} ～ ${to}` : t.none}</td>
      <td className="number">
        <button
          type="button"
          className="kpi-link"
          aria-label={`${title} ${side.rows.length}`}
          disabled={side.rows.length === 0}
          title={side.rows.length === 0 ? t.none : undefined}
          onClick={() => onOpen({ title, rows: side.rows })}
        >
          {formatCount(side.rows.length, language)}
        </button>
        {side.withoutDistance.length === 0 ? null : (
          <button
            type="button"
            className="kpi-link"
            onClick={() => onOpen({ title: `${title} ${t.effectWithoutDistance}`, rows: side.withoutDistance })}
          >
            + {formatCount(side.withoutDistance.length, language)} {t.effectWithoutDistance}
          </button>
        )}
      </td>
      <td className="number">{isOfItems ? '—' : formatFigure(inMillions(side.trainKm), language)}</td>
      <td className="number">{formatFigure(inMillions(side.partKm), language)}</td>
      <td className="number">{side.coverage === null ? t.none : formatShare(side.coverage, language)}</td>
      <td className="number">
        {side.partKm > 0 ? formatFigure(perMillion(side.rows.length / side.partKm), language) : t.none}
      </td>
    </tr>
  )
}
