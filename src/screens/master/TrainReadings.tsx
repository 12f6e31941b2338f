/** All readings of one train in the order of their days, and the day its odometer was replaced. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useState } from 'react'
import { Link } from 'wouter'
import type { StoredRecord } from '../../domain/records/tables'
import { usageReadingFields } from '../../domain/records/usageReading'
import { formatFigure } from '../../i18n/format'
import { CommandButton } from '../../panels/CommandButton'
import { useFieldText } from '../../panels/FailureFacts'
import { readingsPerTrain } from '../../store/usageReadings'
import { useText } from '../../ui/LanguageContext'
import { ScrollX } from '../../ui/ScrollX'
import { numberColumn, TableHead } from '../../ui/TableHead'
import { ResetDialog } from './ResetDialog'

const LATEST = 24

export function TrainReadings({ trainId, name }: { readonly trainId: string; readonly name: string }) {
  const { t } = useText()
  const [isReplacing, setReplacing] = useState(false)
  const readings = useLiveQuery(async () => (await readingsPerTrain()).get(trainId) ?? [], [trainId])
  if (readings === undefined) return null
  const latest = readings.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1)).slice(0, LATEST)
  return (
    <section className="card card-pad stack">
      <div className="spread">
        <h2>{t.readingsTitle}</h2>
        <div className="row">
          <Link className="button" href="/master/readings">
            {t.masterEditShort}
          </Link>
          <CommandButton command="save-readings" onPress={() => setReplacing(true)}>
            {t.readingsReset}
          </CommandButton>
        </div>
      </div>
      {latest.length === 0 ? <p className="muted">{t.readingsNone}</p> : <Latest readings={latest} />}
      {isReplacing ? <ResetDialog trainId={trainId} name={name} onClose={() => setReplacing(false)} /> : null}
    </section>
  )
}

function Latest({ readings }: { readonly readings: readonly StoredRecord<'usageReadings'>[] }) {
  const { t, language } = useText()
  const text = useFieldText()
  return (
    <ScrollX label={t.readingsList}>
      <table className="table">
        <TableHead columns={[t.readingsAt, t.readingsBasis, numberColumn(t.readingsKm), t.readingsSource]} />
        <tbody>
          {readings.map(({ id, at = '', from, basis, value = 0, source, isReset }) => (
            <tr key={id}>
              <td className="nowrap">{basis === 'distance' && from !== undefined ? `${from} – ${at}` : at}</td>
              <td>
                {text(usageReadingFields.basis, basis, {})}{' '}
                {isReset === true ? <span className="chip">{t.readingsIsReset}</span> : null}
              </td>
              <td className="number">{formatFigure(value, language)}</td>
              <td>{text(usageReadingFields.source, source, {})}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  )
}
