/** An address that names a record which was merged leads on to the record it went into. */
import { useLiveQuery } from './useLiveQuery'
import { useEffect, useRef } from 'react'
import { survivorOf, type MergeableTable } from '../store/mergeRecords'

/** @param id undefined where the address names none */
export function useSurvivor(table: MergeableTable, id: string | undefined, leadTo: (survivor: string) => void): void {
  // The answer says for which record it holds: a live query hands out the one before until the next is there.
  const found = useLiveQuery(
    async () => (id === undefined ? undefined : { of: id, survivor: await survivorOf(table, id) }),
    [table, id],
  )
  const lead = useRef(leadTo)
  useEffect(() => {
    lead.current = leadTo
  })
  useEffect(() => {
    if (found !== undefined && found.of === id && found.survivor !== id) lead.current(found.survivor)
  }, [found, id])
}
