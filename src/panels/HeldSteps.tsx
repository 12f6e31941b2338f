/** The steps two devices took without seeing each other: who went which way and when, in the order of time. */
import { useLiveQuery } from './useLiveQuery'
import { deviceCode } from '../domain/deviceId'
import { waysOf } from '../domain/conflicts'
import type { TableName } from '../domain/records/tables'
import { formatStamp } from '../i18n/format'
import { groundOf, listConflicts } from '../store/conflicts'
import { useText } from '../ui/LanguageContext'
import './conflictMark.css'
import { useConflictWords } from './useConflictWords'
import { whoChanged } from './whoChanged'

export function HeldSteps({ table, id }: { readonly table: TableName; readonly id: string }) {
  const { t } = useText()
  const words = useConflictWords()
  const [found] = useLiveQuery(() => listConflicts(`${table}:${id}`), [table, id]) ?? []
  if (found === undefined) return null
  return (
    <ul className="held-steps">
      {waysOf(found.disputes).map(({ device, last, values }) => {
        const fields = Object.keys(values)
        const { role } = groundOf(found, fields[0] ?? '', last)
        const who = whoChanged(
          { actor: last.actor, device: deviceCode(device), ...(role === undefined ? {} : { role }) },
          t,
        )
        const said = fields.map(
          (field) => `${words.nameOf({ table, field })} ${words.say({ table, field }, values[field])}`,
        )
        return (
          <li key={device}>
            {who} · {t.conflictsDevice(deviceCode(device))} · <time className="nowrap">{formatStamp(last.stamp)}</time>
            {t.colon}
            {said.join(t.listComma)}
          </li>
        )
      })}
    </ul>
  )
}
