/** Who made a change, in words: the name and the role it was made in; the device where nobody was named. */
import { oneOf } from '../domain/closedSet'
import type { Change } from '../domain/change'
import { ROLES } from '../domain/workflow/roles'
import type { Messages } from '../i18n/messages'

export function whoChanged({ actor, device, role }: Pick<Change, 'actor' | 'device' | 'role'>, t: Messages): string {
  const name = actor === '' ? device : actor
  // Entries from before roles were written down have none, and one of a later version may be of another role.
  const known = oneOf(ROLES, role)
  return known === undefined ? name : `${name} · ${t.roleName(known)}`
}
