/** Keeps the device in step with its company while a page is open. Without a company it asks nobody and starts nothing. */
import { useLiveQuery } from './useLiveQuery'
import { useEffect } from 'react'
import { teamState } from '../store/teamState'
import { onPhase } from '../workers/syncChannel'
import { endSync, startSync } from '../workers/syncClient'
import { deviceLabel } from './deviceLabel'
import { keepTeamAccount } from './teamAccount'

const DAY_MS = 86_400_000

export function TeamKeeper() {
  const team = useLiveQuery(() => teamState())
  useEffect(() => {
    if (team === undefined) return
    keepTeamAccount(
      team === null
        ? null
        : { ...team.account, role: team.role, leaseEnds: team.lastContact + team.leaseDays * DAY_MS },
    )
  }, [team])
  const isInTeam = team === undefined ? null : team !== null
  useEffect(() => {
    if (isInTeam === true) startSync(deviceLabel()).catch(() => undefined)
    if (isInTeam === false) endSync()
  }, [isInTeam])
  useEffect(
    () =>
      onPhase((phase) => {
        if (phase === 'wiped') forgetEverything()
      }),
    [],
  )
  return null
}

/** What the page keeps beside the database goes with it. */
function forgetEverything(): void {
  localStorage.clear()
  sessionStorage.clear()
  location.assign('/')
}
