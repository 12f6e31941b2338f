/** Trains, parts and places that are there already: what lists fill, and what they say otherwise, old beside new. */
import { useState } from 'react'
import { formatCount } from '../../i18n/format'
import { useText } from '../../ui/LanguageContext'
import type { ChangedMaster, Preview } from '../../workers/importAnswers'
import { DifferenceTable, RecordDifferences, ShowMore, SHOWN_FIRST, SHOWN_MORE, TakeAll } from './StoredDifferences'

interface Props {
  readonly preview: Preview
  readonly onTake: (key: string | null, field: string | null, isTaken: boolean) => void
}

export function KnownMastersPanel({ preview, onTake }: Props) {
  const { t, language } = useText()
  const [shown, setShown] = useState(SHOWN_FIRST)
  const { masters, filled } = preview.plan
  if (masters.length === 0) return null
  const differing = masters.filter(({ differences }) => differences.length > 0)
  const others = masters.filter(({ differences }) => differences.length === 0)
  const all = [...differing, ...others]
  const count = (value: number): string => formatCount(value, language)
  return (
    <section className="card card-pad stack">
      <div className="spread">
        <h3>{t.mastersTitle}</h3>
        <span className="row">
          <span className="chip">{t.mastersFilled(count(filled))}</span>
          <span className="chip">{t.mastersDiffering(count(differing.length))}</span>
        </span>
      </div>
      <p className="small muted">{t.mastersWhy}</p>
      {differing.length === 0 ? null : (
        <TakeAll records={differing} onTakeAll={(isTaken) => onTake(null, null, isTaken)} />
      )}
      <DifferenceTable>
        {all.slice(0, shown).map((one) => (
          <Master key={one.key} master={one} onTake={(field, isTaken) => onTake(one.key, field, isTaken)} />
        ))}
      </DifferenceTable>
      <ShowMore all={all.length} shown={shown} onMore={() => setShown(shown + SHOWN_MORE)} />
    </section>
  )
}

interface MasterProps {
  readonly master: ChangedMaster
  readonly onTake: (field: string, isTaken: boolean) => void
}

function Master({ master: { table, name, sheet, row, filled, differences, taken }, onTake }: MasterProps) {
  const { t } = useText()
  return (
    <RecordDifferences
      table={table}
      name={name}
      head={
        <>
          {t.tableName(table)} <strong>{name}</strong>{' '}
          <span className="muted small">{t.againPlace(sheet, String(row))}</span>
        </>
      }
      differences={[...differences, ...filled.map((one) => ({ ...one, isFilled: true }))]}
      taken={taken}
      onTake={onTake}
    />
  )
}
