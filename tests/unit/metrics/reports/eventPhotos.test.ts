import { expect, test } from 'vitest'
import { eventPhotos } from '../../../../src/metrics/reports/eventPhotos'
import { columnsOf } from '../smallWorld'

test('the first drawable picture of each of the first ten events that have one, and how many there are', () => {
  const columns = columnsOf(Array.from({ length: 15 }, () => ({ occurredAt: '2016-03-01' })))
  const photo = (id: string, ownerId: string, more: object = {}) => ({
    id,
    ownerId,
    sha256: `sha-${id}`,
    mime: 'image/jpeg',
    name: `${id}.jpg`,
    ...more,
  })
  const attachments = [
    ...Array.from({ length: 12 }, (_, nth) => photo(`a${String(nth).padStart(2, '0')}`, `f${nth + 2}`)),
    photo('b2', 'f1'),
    photo('b1', 'f1', { caption: '裂纹' }),
    photo('b0', 'f1', { deletedReason: '拍错' }),
    photo('c', 'f0', { mime: 'application/pdf' }),
    photo('d', 'nobody'),
  ]
  const photos = eventPhotos(
    columns,
    Uint32Array.from({ length: 15 }, (_, row) => row),
    attachments,
  )
  expect([photos.events, photos.withPhoto, photos.shown.length]).toEqual([15, 13, 10])
  expect(photos.shown[0]).toMatchObject({ failureId: 'f1', attachmentId: 'b1', caption: '裂纹', of: 2 })
})
