/** Who wrote a value in dispute: name and role, device, time, and what they had before them. */
import type { FieldValue } from '../../../domain/fieldVersions'
import { deviceCode } from '../../../domain/deviceId'
import { formatStamp } from '../../../i18n/format'
import { whoChanged } from '../../../panels/whoChanged'
import type { WriteGround } from '../../../store/conflicts'
import { useText } from '../../../ui/LanguageContext'

interface Props {
  readonly write: FieldValue
  readonly ground: WriteGround
  /** What stood there before, in words; undefined where it is not known or says nothing about this value. */
  readonly stood: string | undefined
}

export function WhoWrote({ write, ground, stood }: Props) {
  const { t } = useText()
  const { role } = ground
  const device = deviceCode(write.device)
  const who = whoChanged({ actor: write.actor, device, ...(role === undefined ? {} : { role }) }, t)
  return (
    <div className="small muted conflict-who">
      <p>
        {who} · {t.conflictsDevice(device)} · <time className="nowrap">{formatStamp(write.stamp)}</time>
      </p>
      <p>{[t.conflictsUnseen, ...(stood === undefined ? [] : [stood])].join(t.semicolon)}</p>
    </div>
  )
}
