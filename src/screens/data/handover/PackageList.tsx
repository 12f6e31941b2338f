/** Packages this device has made and taken in, the latest first. */
import { useLiveQuery } from '../../../panels/useLiveQuery'
import { changesIn } from '../../../domain/changeRanges'
import { deviceCode } from '../../../domain/deviceId'
import { formatCount, formatStamp } from '../../../i18n/format'
import type { Messages } from '../../../i18n/messages'
import { isBackup } from '../../../store/backups'
import type { PackageNote } from '../../../store/database'
import { notedPackages } from '../../../store/handOver'
import { useText } from '../../../ui/LanguageContext'
import { aboutInWords } from './PackageFacts'

const MOST = 20

function wayInWords(direction: PackageNote['direction'], about: PackageNote['about'], t: Messages): string {
  if (direction === 'in') return t.handOverIn
  return isBackup(about) ? t.handOverBackup : t.handOverOut
}

export function PackageList() {
  const { t, language } = useText()
  const notes = useLiveQuery(() => notedPackages(MOST))
  if (notes === undefined) return null
  return (
    <section className="card card-pad stack" aria-label={t.handOverList}>
      <h2>{t.handOverList}</h2>
      {notes.length === 0 ? (
        <p className="muted">{t.handOverListNone}</p>
      ) : (
        <div className="scroll-x">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t.handOverWhen}</th>
                <th scope="col">{t.handOverWay}</th>
                <th scope="col">{t.handOverWho}</th>
                <th scope="col">{t.handOverWhat}</th>
                <th scope="col" className="number">
                  {t.handOverChanges}
                </th>
              </tr>
            </thead>
            <tbody>
              {notes.map(({ id, at, direction, person, device, about, numbers }) => (
                <tr key={id}>
                  <td>{formatStamp(at)}</td>
                  <td>{wayInWords(direction, about, t)}</td>
                  <td>
                    {person === '' ? t.handOverUnnamed : person}{' '}
                    <span className="muted mono">{deviceCode(device)}</span>
                  </td>
                  <td>{aboutInWords(about as unknown as Parameters<typeof aboutInWords>[0], t)}</td>
                  <td className="number">{formatCount(changesIn(numbers), language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
