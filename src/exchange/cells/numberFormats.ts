/**
 * Number formats of our workbooks. Some say more than a value can – how exact a date is, that a distance is an
 * estimate, that a text is meant letter by letter – and the reader of our own files goes by them.
 */
export const NUMBER_FORMATS = {
  general: 'General',
  text: '@',
  /** Looks like any text; `同上`, `/` or `2E10` in such a cell is the value itself. */
  literal: 'General;-General;General;@',
  count: '#,##0',
  figure1: '#,##0.0',
  figure2: '0.00',
  figure3: '0.000',
  figure4: '0.0000',
  figure5: '0.00000',
  scientific: '0.000E+00',
  money: '#,##0.00',
  share: '0.0%',
  tenThousandKm: '0.0000',
  tenThousandKmEstimated: '"约 "0.0000',
  kmEstimated: '"about "#,##0',
  year: 'yyyy',
  month: 'yyyy-mm',
  day: 'yyyy-mm-dd',
  hour: 'yyyy-mm-dd hh"h"',
  minute: 'yyyy-mm-dd hh:mm',
  /** Midnight to the minute, unlike a day of which no time is known. */
  midnight: 'yyyy-mm-dd" "hh:mm',
} as const

export type FormatName = keyof typeof NUMBER_FORMATS
