/** The head of a table: one name a column, those of numbers on the right like the numbers below them. */
interface Column {
  readonly name: string
  readonly isNumber?: boolean
}

export const numberColumn = (name: string): Column => ({ name, isNumber: true })

export function TableHead({ columns }: { readonly columns: readonly (Column | string)[] }) {
  return (
    <thead>
      <tr>
        {columns
          .map((column) => (typeof column === 'string' ? { name: column } : column))
          .map(({ name, isNumber = false }) => (
            <th key={name} scope="col" className={isNumber ? 'number' : undefined}>
              {name}
            </th>
          ))}
      </tr>
    </thead>
  )
}
