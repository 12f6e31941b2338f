import type { Sheet } from './workbook'

/** A page that says what a workbook is: facts with their values, then definitions, one per row. */
export function aboutSheet(
  name: string,
  facts: readonly (readonly [label: string, value: string | number])[],
  heading: string,
  definitions: readonly string[],
): Sheet {
  return {
    name,
    widths: [22, 110],
    rows: [
      ...facts.map(([label, value]) => [
        { value: label, style: 'label' as const },
        { value, style: typeof value === 'number' ? ('countLeft' as const) : ('wrapped' as const) },
      ]),
      [],
      [{ value: heading, style: 'label' as const }],
      ...definitions.map((definition) => [undefined, { value: definition, style: 'wrapped' as const }]),
    ],
    print: { paper: 'A4', landscape: true, header: name },
  }
}
