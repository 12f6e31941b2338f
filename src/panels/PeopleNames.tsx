/** The people of the company, offered while a name is typed; whoever is not among them may be named too. */
import { useLiveQuery } from './useLiveQuery'
import { peopleNames } from '../store/people'

export function PeopleNames({ id }: { readonly id: string }) {
  const people = useLiveQuery(() => peopleNames(), []) ?? []
  return (
    <datalist id={id}>
      {people.map(({ name, of }) => (
        <option key={name} value={name}>
          {of}
        </option>
      ))}
    </datalist>
  )
}
