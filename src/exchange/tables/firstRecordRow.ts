import type { RecognisedSheet } from './recogniseSheet'

/** The row under the header, zero-based; where no header stands, the row that was found to begin the records. */
export const firstRecordRow = ({ headerRows, first }: Pick<RecognisedSheet, 'headerRows' | 'first'>): number =>
  first ?? (headerRows.at(-1) ?? -1) + 1
