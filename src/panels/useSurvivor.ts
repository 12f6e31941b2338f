/** An address that names a record which was merged leads on to the record it went into. */
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useRef } from 'react'
import { survivorOf, type MergeableTable } from '../store/mergeRecords'

/** @param id undefined where the address names none */
export function useSurvivor(table: MergeableTable, id: string | undefined, leadTo: (survivor: string) => void): void {
  const survivor = useLiveQuery(async () => (id === undefined ? undefined : survivorOf(table, id)), [table, id])
  const lead = useRef(leadTo)
  useEffect(() => {
    lead.current = leadTo
  })
  useEffect(() => {
    if (survivor !== undefined && id !== undefined && survivor !== id) lead.current(survivor)
  }, [survivor, id])
}
