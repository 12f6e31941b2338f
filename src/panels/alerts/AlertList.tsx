/** Alerts one below the other, with a drawer for the failures behind each. */
import { useState } from 'react'
import { useText } from '../../ui/LanguageContext'
import type { AlertView } from '../../workers/alertAnswers'
import { RowsDrawer, type OpenedRows } from '../RowsDrawer'
import { AlertCard } from './AlertCard'

interface Props {
  readonly alerts: readonly AlertView[]
  readonly none: string
  readonly heading?: 'h2' | 'h3'
}

export function AlertList({ alerts, none, heading = 'h2' }: Props) {
  const { t } = useText()
  const [opened, setOpened] = useState<OpenedRows | null>(null)
  if (alerts.length === 0) return <p className="muted alert-none">{none}</p>
  return (
    <div className="alert-list">
      {alerts.map((alert) => (
        <AlertCard key={alert.id} alert={alert} onOpen={setOpened} heading={heading} />
      ))}
      {opened === null ? null : <RowsDrawer opened={opened} filter={t.alertsTitle} onClose={() => setOpened(null)} />}
    </div>
  )
}
