/** The first picture of each of the gravest events, small, with the number it belongs to. */
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { formatCount } from '../../i18n/format'
import type { ReportWords } from '../../i18n/reports'
import type { Language } from '../../i18n/translation'
import type { TextField } from '../../metrics/columnDescriptions'
import type { EventPhoto, EventPhotos } from '../../metrics/reports/eventPhotos'
import { useEngine } from '../../panels/useEngine'
import { bytesOf } from '../../store/attachments'

export function PhotoLines({
  photos,
  part,
  t,
  language,
}: {
  readonly photos: EventPhotos
  /** The column of the part they count at. */
  readonly part: TextField
  readonly t: ReportWords
  readonly language: Language
}) {
  const { shown, withPhoto, events } = photos
  const rows = Uint32Array.from(shown, ({ row }) => row)
  const { answer } = useEngine(
    shown.length === 0 ? null : `photo-lines|${part}|${rows.join(',')}|${language}`,
    (engine) => engine.describeRows(rows, ['no', part, 'nodeText'], language),
  )
  const count = (value: number): string => formatCount(value, language)
  return (
    <section className="card card-pad stack report-part" data-part="photos">
      <h3>{t.photosTitle}</h3>
      {events === 0 ? (
        <p className="muted">{t.reportNone}</p>
      ) : withPhoto === 0 ? (
        <p className="muted">{t.photosNone}</p>
      ) : (
        <>
          <p className="small muted">{t.photosShown(count(shown.length), count(withPhoto), count(events))}</p>
          <ul className="report-photos">
            {shown.map((photo, at) => {
              const labels = answer?.[at]?.labels ?? {}
              const no = labels['no'] ?? ''
              return (
                <li key={photo.attachmentId}>
                  <figure>
                    <Photo
                      photo={photo}
                      alt={t.photosAlt(no, photo.caption || photo.name)}
                      unreadable={t.photosUnreadable}
                    />
                    <figcaption className="small">
                      <Link className="kpi-link" href={`/failures/${photo.failureId}?tab=tabAttachments`}>
                        {no === '' ? '—' : no}
                      </Link>{' '}
                      {labels[part] || labels['nodeText'] || ''}
                      {photo.caption === '' ? '' : ` · ${photo.caption}`}
                      {photo.of > 1 ? ` · ${t.photosMore(count(photo.of))}` : ''}
                    </figcaption>
                  </figure>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </section>
  )
}

function Photo({
  photo: { sha256, mime },
  alt,
  unreadable,
}: {
  readonly photo: EventPhoto
  readonly alt: string
  readonly unreadable: string
}) {
  const [url, setUrl] = useState<string | null | undefined>(undefined)
  useEffect(() => {
    let made: string | null = null
    let isGone = false
    void bytesOf({ sha256 }).then((bytes) => {
      if (isGone) return
      made = bytes === null ? null : URL.createObjectURL(new Blob([bytes], { type: mime }))
      setUrl(made)
    })
    return () => {
      isGone = true
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [sha256, mime])
  if (url === undefined) return <span className="skeleton no-photo" />
  return url === null ? (
    <span className="no-photo small muted">{unreadable}</span>
  ) : (
    <img src={url} alt={alt} onError={() => setUrl(null)} />
  )
}
