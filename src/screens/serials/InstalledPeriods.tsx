/** Where a serial was fitted, from when to when, how far it ran there, and why it came off. */
import type { LifeEvent, LifeLine } from '../../domain/installations'
import { formatCount, formatMoment } from '../../i18n/format'
import { placeInWords } from '../../panels/lifeInWords'
import { useCodes } from '../../panels/useCodes'
import { useText } from '../../ui/LanguageContext'
import { ScrollX } from '../../ui/ScrollX'
import { numberColumn, TableHead } from '../../ui/TableHead'
import { EventSource } from './EventSource'

interface Props {
  readonly line: LifeLine
  readonly names: Readonly<Record<string, string>>
}

export function InstalledPeriods({ line, names }: Props) {
  const { t, language } = useText()
  const { label } = useCodes()
  const when = (event: LifeEvent | null, none: string) =>
    event === null ? <span className="muted">{none}</span> : event.at === '' ? t.serialNoDay : formatMoment(event.at)
  return (
    <section className="card card-pad stack">
      <h2>{t.serialPeriods}</h2>
      <ScrollX label={t.serialPeriods}>
        <table className="table">
          <TableHead
            columns={[
              t.serialFrom,
              t.serialTo,
              t.serialPlace,
              numberColumn(t.serialDays),
              numberColumn(t.serialKm),
              t.serialWhyOff,
              t.serialWhereTo,
              '',
            ]}
          />
          <tbody>
            {line.installedPeriods.map(({ place, from, to, km, days }) => (
              <tr key={`${from?.id ?? ''}-${to?.id ?? ''}`}>
                <td>{when(from, t.serialBeforeRecords)}</td>
                <td>{when(to, t.serialStill)}</td>
                <td>{placeInWords(place, names)}</td>
                <td className="number">{days === null ? '—' : formatCount(days, language)}</td>
                <td className="number">{km === null ? '—' : formatCount(km, language)}</td>
                <td>{label('CL-REMOVE', to?.reason)}</td>
                <td>{label('CL-DISP', to?.disposition)}</td>
                <td>{to === null && from === null ? null : <EventSource event={to ?? (from as LifeEvent)} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      <TotalKm line={line} />
    </section>
  )
}

/** How far it ran in all, and since it was repaired. */
function TotalKm({ line }: Pick<Props, 'line'>) {
  const { t, language } = useText()
  const known = line.installedPeriods.filter(({ km }) => km !== null)
  const total = known.reduce((sum, { km }) => sum + (km ?? 0), 0)
  const repaired = line.events.findLast(({ kind }) => kind === 'stockIn')
  const since =
    repaired === undefined
      ? null
      : known.filter(({ from }) => from !== null && from.at >= repaired.at).reduce((sum, { km }) => sum + (km ?? 0), 0)
  return (
    <p className="small muted">
      {known.length === 0
        ? t.serialNoKm
        : t.serialTotal(formatCount(total, language), known.length, line.installedPeriods.length)}{' '}
      {since === null ? '' : t.serialSinceRepair(formatCount(since, language))}
    </p>
  )
}
