/** The steps and numbers of a record, as each device took them; they are decided together. */
import { waysOf } from '../../../domain/conflicts'
import { CommandButton } from '../../../panels/CommandButton'
import { groundOf } from '../../../store/conflicts'
import { useText } from '../../../ui/LanguageContext'
import type { FieldProps } from './ConflictCard'
import { settlementOf } from './useSettling'
import { WhoWrote } from './WhoWrote'

export function RecordWays({ found, settling, words, recordName }: FieldProps) {
  const { t } = useText()
  const { table, disputes, record, isClosed } = found
  return (
    <section className="stack conflict-field" aria-label={t.conflictsWays}>
      <h3>{t.conflictsWays}</h3>
      <p className="small muted">{t.conflictsWaysWhy}</p>
      <div className="conflict-sides">
        {waysOf(disputes).map(({ device, last, values }) => {
          const decided = disputes.filter(({ field }) => field in values)
          const valueOf = (field: string) => values[field] ?? null
          return (
            <div key={device} className="conflict-side">
              <dl className="facts">
                {decided.map(({ field }) => (
                  <div key={field}>
                    <dt>{words.nameOf({ table, field })}</dt>
                    <dd>{words.say({ table, field }, values[field])}</dd>
                  </div>
                ))}
              </dl>
              <WhoWrote write={last} ground={groundOf(found, decided[0]?.field ?? '', last)} stood={undefined} />
              <div>
                <CommandButton
                  command="settle-conflict"
                  records={{ touched: [{ table, before: record, set: values }], isClosed }}
                  busyWhy={settling.isPending ? t.commandPending : undefined}
                  onPress={() =>
                    settling.settleOrAsk(
                      {
                        settlements: decided.map((dispute) => settlementOf(found, dispute, valueOf(dispute.field))),
                        title: t.conflictsChooseTitle(t.conflictsWays),
                        about: recordName,
                      },
                      // It takes what the other device did back, which somebody will ask about.
                      true,
                    )
                  }
                >
                  {t.conflictsTakeWay}
                </CommandButton>
              </div>
            </div>
          )
        })}
      </div>
    </section>
  )
}
