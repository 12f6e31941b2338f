import { expect, test } from 'vitest'
import { isDrawable, isHeic } from '../../../../src/ui/pictureKinds'
import { strangeBytes } from './strangeFile'

test('a HEIC photo is known by how it begins', () => {
  expect(isHeic(strangeBytes('photo.heic'))).toBe(true)
  expect(isHeic(strangeBytes('drawing.png'))).toBe(false)
  expect(isHeic(new Uint8Array(5))).toBe(false)
})

test('it is kept as a file and not shown as a broken picture', () => {
  expect(['image/png', 'image/jpeg', 'image/heic', 'image/heif', 'application/pdf'].map(isDrawable)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})
