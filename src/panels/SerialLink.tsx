/** A serial number as the way to its life line. */
import { Link } from 'wouter'

/** Fields that hold the serial number of an item. */
export const SERIAL_FIELDS: ReadonlySet<string> = new Set([
  'reportedSerial',
  'actualSerial',
  'removedSerial',
  'installedSerial',
])

export function SerialLink({ serial }: { readonly serial: string }) {
  return (
    <Link className="mono" href={`/serials/${encodeURIComponent(serial.trim())}`}>
      {serial}
    </Link>
  )
}
