/** Which share of the parts fails in which way, when the first failure ends the life, and the B10 of all kinds together. */
import { ChartFrame } from '../../charts/ChartFrame'
import { GroupLifeChart } from '../../charts/GroupLifeChart'
import { MarkTable } from '../../charts/MarkTable'
import { formatCount, formatFigure, formatPercentile } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import type { Language } from '../../i18n/translation'
import { OTHER_MODES, type CompetingModes } from '../../metrics/competingModes'
import { FAILURE_KINDS, type FailureKind } from '../../metrics/lifeQuestion'
import { useWordLabel } from '../../panels/useWordLabel'
import { useText } from '../../ui/LanguageContext'
import { bounded } from './groupCells'
import type { LifeShown } from './WeibullFrame'

/** A kind of failure as people read it. */
export const modeName = (
  field: FailureKind['field'],
  word: string,
  wordLabel: ReturnType<typeof useWordLabel>,
  t: Messages,
): string => (word === OTHER_MODES ? t.modesOther : word === '' ? t.modesUnwritten : wordLabel(field, word))

export function ModesFrame({ life, question, measured, name, filter, setParam, onOpen }: LifeShown) {
  const { t, language } = useText()
  const wordLabel = useWordLabel()
  const { unit, word: measureWord } = measured
  const axis = question.measure === 'days' ? t.groupLifeDays : t.groupLifeKm
  const { modes } = life
  const field = question.modesBy ?? 'symptomCode'
  const nameOf = (word: string): string => modeName(field, word, wordLabel, t)
  const failed = modes?.modes.reduce((sum, { rows }) => sum + rows.length, 0) ?? 0
  const count = (value: number): string => formatCount(value, language)
  const table = modes === null ? null : <ModesTable {...{ modes, nameOf, unit, onOpen }} />
  return (
    <ChartFrame
      title={`${name} — ${t.chartModes}`}
      subtitle={`${modes === null ? '' : `${t.modesSubtitle(count(modes.parts), count(failed), measureWord)}${t.semicolon}`}${filter}`}
      help="modes"
      empty={modes === null ? t.modesOne : null}
      controls={
        <label className="row small">
          {t.modesBy}
          <select
            className="input compact-input"
            value={field}
            onChange={(event) => setParam('modes', event.target.value === 'symptomCode' ? '' : event.target.value)}
          >
            {FAILURE_KINDS.map((one) => (
              <option key={one} value={one}>
                {t.kindField(one)}
              </option>
            ))}
          </select>
        </label>
      }
      table={table}
    >
      {modes === null ? null : (
        <>
          <p className="chart-verdict">{b10Words(modes, life, question.kind === null, measured, t, language)}</p>
          <GroupLifeChart
            label={t.chartModes}
            groups={modes.modes.map(({ word, steps }) => ({
              word,
              name: nameOf(word),
              longest: modes.longest,
              steps: steps.map(({ share, ...step }) => ({ ...step, failed: share })),
              law: null,
            }))}
            unit={{ ...unit, axis }}
            onOpen={onOpen}
          />
          {/* It scrolls sideways on a phone, so the keyboard must reach it. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className="figure-table group-table" role="region" aria-label={t.chartModes} tabIndex={0}>
            {table}
          </div>
        </>
      )}
    </ChartFrame>
  )
}

/** Of all kinds combined, beside that of one law for all. */
function b10Words(
  { b10 }: CompetingModes,
  { analysis, which }: LifeShown['life'],
  isOfAllKinds: boolean,
  { unit }: LifeShown['measured'],
  t: Messages,
  language: Language,
): string {
  const figure = (age: number): string => formatFigure(age / unit.divisor, language)
  const one =
    isOfAllKinds && analysis.fit.status === 'fitted'
      ? analysis.fit.percentiles.find(({ share }) => share === 0.1)?.life
      : undefined
  return [
    t.groupName(which),
    ...(b10 === null ? [] : [t.modesB10(figure(b10.life), figure(b10.bounds[0]), figure(b10.bounds[1]), unit.word)]),
    ...(one === undefined ? [] : [t.modesB10One(figure(one), unit.word)]),
  ].join(t.semicolon)
}

interface TableProps extends Pick<LifeShown, 'onOpen'> {
  readonly modes: CompetingModes
  readonly nameOf: (word: string) => string
  readonly unit: LifeShown['measured']['unit']
}

function ModesTable({ modes, nameOf, unit, onOpen }: TableProps) {
  const { t, language } = useText()
  const figure = (value: number): string => formatFigure(value, language)
  const share = (value: number): string => formatPercentile(value, language)
  return (
    <MarkTable
      caption={t.chartModes}
      nameHead={t.kindField(modes.field)}
      countHead={t.groupLivesFailed}
      heads={[t.modesShare, t.modesBeta, t.modesEta(unit.word)]}
      onOpen={onOpen}
      rows={modes.modes.map(({ word, rows, steps, law }) => {
        const last = steps.at(-1)
        return {
          key: word,
          name: nameOf(word),
          rows,
          cells: [
            last === undefined ? '—' : bounded(share(last.share), share(last.lower), share(last.upper)),
            law === null ? '—' : bounded(figure(law.beta), figure(law.betaBounds[0]), figure(law.betaBounds[1])),
            law === null
              ? '—'
              : bounded(
                  figure(law.eta / unit.divisor),
                  figure(law.etaBounds[0] / unit.divisor),
                  figure(law.etaBounds[1] / unit.divisor),
                ),
          ],
        }
      })}
    />
  )
}
