/** The person at this device, as commands ask for them: the account where the device is in a company. */
import { useMemo } from 'react'
import { localPerson, type Person } from '../domain/person'
import { useLeaseOver, useTeamAccount, type TeamAccount } from './teamAccount'
import { useActor } from './useActor'
import { useRole } from './useRole'

const teamPerson = ({ id, name, role, reach }: TeamAccount, isLeaseOver: boolean): Person => ({
  id,
  name,
  role,
  reach,
  isInTeam: true,
  isLeaseOver,
})

export function usePerson(): Person {
  const { actor } = useActor()
  const { role } = useRole()
  const account = useTeamAccount()
  const isLeaseOver = useLeaseOver()
  return useMemo(
    () => (account === null ? localPerson(actor, role) : teamPerson(account, isLeaseOver)),
    [account, actor, role, isLeaseOver],
  )
}
