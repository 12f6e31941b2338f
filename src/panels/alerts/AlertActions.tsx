/** What a person does about alerts: sees one, takes one until a day, clears one or several with an outcome. */
import { useState } from 'react'
import { addMonths, dateOfDay, dayNumber } from '../../domain/moment'
import { alertEpisodeFields, type AlertEpisodeFields } from '../../domain/records/alertEpisode'
import { formatCount, localMoment } from '../../i18n/format'
import { clearAlerts, seeAlert, takeAlert, type RaisedAlert } from '../../store/alerts'
import { useText } from '../../ui/LanguageContext'
import type { AlertView } from '../../workers/alertAnswers'
import { CommandButton } from '../CommandButton'
import { RecordDialog } from '../RecordDialog'
import { useCommand, useSayDone } from '../useCommand'
import { usePerson } from '../usePerson'
import { subjectName } from './alertInWords'

export const asRaised = ({ rule, subject, number, since, figures }: AlertView): RaisedAlert => ({
  ruleId: rule.id,
  subject,
  number,
  since,
  figures,
})

const now = (): string => localMoment().slice(0, 16)
const TAKEN_DAYS = 7

interface Props {
  /** Several are only cleared. */
  readonly alerts: readonly AlertView[]
  readonly clearLabel?: string
}

export function AlertActions({ alerts, clearLabel }: Props) {
  const { t } = useText()
  const person = usePerson()
  const { run, isPending } = useCommand()
  const sayDone = useSayDone()
  const [open, setOpen] = useState<'take' | 'clear' | null>(null)
  const [only] = alerts
  if (only === undefined) return null
  const see = async (): Promise<void> => {
    const end = await run(() => seeAlert(asRaised(only), now(), person))
    if (end.ended === 'done') sayDone(t.alertsDoneSeen, end.value)
  }
  const busyWhy = isPending ? t.commandPending : undefined
  const isOne = alerts.length === 1 && clearLabel === undefined
  return (
    <>
      {isOne && only.state === 'raised' ? (
        <CommandButton command="see-alert" isQuiet busyWhy={busyWhy} onPress={() => void see()}>
          {t.alertsSee}
        </CommandButton>
      ) : null}
      {isOne ? (
        <CommandButton command="take-alert" onPress={() => setOpen('take')}>
          {t.alertsTake}
        </CommandButton>
      ) : null}
      <CommandButton command="clear-alert" onPress={() => setOpen('clear')}>
        {clearLabel ?? t.alertsClear}
      </CommandButton>
      {open === 'take' ? <TakeDialog alert={only} onClose={() => setOpen(null)} /> : null}
      {open === 'clear' ? <ClearDialog alerts={alerts} onClose={() => setOpen(null)} /> : null}
    </>
  )
}

function TakeDialog({ alert, onClose }: { readonly alert: AlertView; readonly onClose: () => void }) {
  const { t } = useText()
  const person = usePerson()
  const today = localMoment().slice(0, 10)
  const longest = `${addMonths(today.slice(0, 7), 12)}-01`
  return (
    <RecordDialog<AlertEpisodeFields>
      title={t.alertsTakeTitle}
      form={`alert:take:${alert.id}`}
      label={{ about: subjectName(alert.parts, t), href: '/alerts' }}
      table="alertEpisodes"
      fields={alertEpisodeFields}
      names={['takenUntil']}
      record={{ takenUntil: dateOfDay(dayNumber(today) + TAKEN_DAYS) }}
      isNew
      multiline={[]}
      checkTitle={t.alertsTakeWhy}
      check={async ({ takenUntil = '' }) =>
        takenUntil >= today && takenUntil < longest ? [] : [{ text: t.alertsTakeNeeded, weight: 'refused' }]
      }
      onSave={({ takenUntil = '' }) => takeAlert(asRaised(alert), takenUntil, now(), person)}
      onClose={onClose}
    />
  )
}

function ClearDialog({ alerts, onClose }: { readonly alerts: readonly AlertView[]; readonly onClose: () => void }) {
  const { t, language } = useText()
  const person = usePerson()
  const about = alerts.length === 1 ? subjectName(alerts[0]?.parts ?? [], t) : formatCount(alerts.length, language)
  return (
    <RecordDialog<AlertEpisodeFields>
      title={t.alertsClearTitle}
      form={`alert:clear:${alerts.map(({ id }) => id).join(' ')}`}
      label={{ about, href: '/alerts' }}
      table="alertEpisodes"
      fields={alertEpisodeFields}
      names={['outcome', 'note']}
      record={NOTHING}
      isNew
      multiline={['note']}
      checkTitle={t.alertsClearWhy}
      check={async ({ outcome }) => (outcome === undefined ? [{ text: t.alertsClearNeeded, weight: 'refused' }] : [])}
      onSave={({ outcome, note }) =>
        clearAlerts(alerts.map(asRaised), outcome === 'useful' ? 'useful' : 'false', note ?? '', now(), person)
      }
      onClose={onClose}
    />
  )
}

const NOTHING: AlertEpisodeFields = {}
