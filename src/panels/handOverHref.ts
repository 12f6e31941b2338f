/** The address where one record with all that belongs to it is handed over. */
export const handOverHref = (kind: 'failure' | 'train' | 'depot', id: string, label: string): string =>
  `/data/handover?${new URLSearchParams([
    [kind, id],
    ['label', label],
  ]).toString()}`
