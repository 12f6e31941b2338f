/** What is asked about lives: measured in what, of which parts, which kind of failure, with which law. */
import { LifeFitChoice } from '../../charts/LifeFitChoice'
import { formatCount } from '../../i18n/format'
import { FAILURE_KINDS } from '../../metrics/lifeQuestion'
import { LIFE_GROUPS, type LifeGroupName } from '../../metrics/partLives'
import { useWordLabel } from '../../panels/useWordLabel'
import { useText } from '../../ui/LanguageContext'
import type { LifeShown } from './WeibullFrame'
import { AgeMeasureChoice } from './AgeMeasureChoice'

type Props = Pick<LifeShown, 'life' | 'question' | 'param' | 'setParam'>

export function LifeControls({ life, question, param, setParam }: Props) {
  const { t } = useText()
  const { measure, which, bounds, beside } = question
  return (
    <div className="row small life-controls">
      <AgeMeasureChoice measure={measure} setParam={setParam} />
      <label className="row">
        {t.lifeGroup}
        <select
          className="input compact-input"
          value={which}
          onChange={(event) => setParam('parts', event.target.value === 'original' ? '' : event.target.value)}
        >
          {[...LIFE_GROUPS, 'all' as const].map((group: LifeGroupName | 'all') => (
            <option key={group} value={group}>
              {t.groupName(group)}
            </option>
          ))}
        </select>
      </label>
      {life.kinds.length === 0 ? null : <KindChoice kinds={life.kinds} param={param} setParam={setParam} />}
      <LifeFitChoice bounds={bounds} beside={beside} choose={setParam} />
      {life.analysis.isFew ? (
        <label className="row">
          {t.weibayesBeta}
          <input
            className="input compact-input tiny"
            inputMode="decimal"
            value={param('beta') || '1'}
            onChange={(event) => setParam('beta', event.target.value.replace(/[^\d.]/gu, ''))}
          />
        </label>
      ) : null}
    </div>
  )
}

interface KindProps extends Pick<Props, 'param' | 'setParam'> {
  readonly kinds: LifeShown['life']['kinds']
}

function KindChoice({ kinds, param, setParam }: KindProps) {
  const { t, language } = useText()
  const wordLabel = useWordLabel()
  return (
    <label className="row">
      {t.lifeKind}
      <select
        className="input compact-input"
        value={param('kind')}
        onChange={(event) => setParam('kind', event.target.value)}
      >
        <option value="">{t.kindAll}</option>
        {FAILURE_KINDS.map((field) => (
          <optgroup key={field} label={t.kindField(field)}>
            {kinds
              .filter((one) => one.field === field)
              .map(({ word, count: n }) => (
                <option key={word} value={`${field}:${word}`}>
                  {t.kindChoice(wordLabel(field, word), formatCount(n, language))}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}
