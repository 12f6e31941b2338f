/** What a workbook has that does not come along when it becomes an .xlsx. */
export const LOSSES = [
  'charts',
  'form-controls',
  'embedded-objects',
  'shapes',
  'macros',
  'pivot-tables',
  'external-links',
  'input-rules',
  'conditional-formats',
  'header-pictures',
  'background',
  'data-tables',
  'filter-criteria',
  'pictures',
  'all-looks',
] as const

export type Loss = (typeof LOSSES)[number]
