/** The person at this device, as commands ask for them. */
import { useMemo } from 'react'
import { localPerson, type Person } from '../domain/person'
import { useActor } from './useActor'
import { useRole } from './useRole'

export function usePerson(): Person {
  const { actor } = useActor()
  const { role } = useRole()
  return useMemo(() => localPerson(actor, role), [actor, role])
}
