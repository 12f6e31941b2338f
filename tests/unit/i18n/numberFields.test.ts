/** Numbers of records on screens and papers: what was entered is not rounded, what was calculated is not padded. */
import { expect, test } from 'vitest'
import { effectVerificationFields } from '../../../src/domain/records/effectVerification'
import { failureFields } from '../../../src/domain/records/failure'
import { handlingFields } from '../../../src/domain/records/handling'
import { formatNumberField } from '../../../src/i18n/format'

test('half an hour stays half an hour, and 1,449.5 km stay as they were read', () => {
  expect(formatNumberField(handlingFields.repairH, 0.5, 'en')).toBe('0.5 h')
  expect(formatNumberField(failureFields.odometerKm, 1449.5, 'en')).toBe('1,449.5 km')
  expect(formatNumberField(failureFields.delayMin, 7.25, 'zh')).toBe('7.25 min')
})

test('a rate that fell from 0.545 to 0.458 does not read as 1 and 0', () => {
  const { beforeFpmk, afterFpmk } = effectVerificationFields
  expect(formatNumberField(beforeFpmk, 0.545454545454, 'zh')).toBe('0.5455 /10⁶ km')
  expect(formatNumberField(afterFpmk, 0.458333333333, 'zh')).toBe('0.4583 /10⁶ km')
})

test('whole numbers keep every digit and get no decimals', () => {
  expect(formatNumberField(failureFields.odometerKm, 1_234_567, 'en')).toBe('1,234,567 km')
  expect(formatNumberField(effectVerificationFields.exposureKm, 12_345_678, 'en')).toBe('12,345,678 km')
})
