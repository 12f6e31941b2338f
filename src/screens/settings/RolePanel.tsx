/** The role a person works in, and what each role may do. */
import { oneOf } from '../../domain/closedSet'
import { CAPABILITIES, PERMISSIONS, ROLES, type Grant } from '../../domain/workflow/roles'
import { useRoleChoice } from '../../panels/useRoleChoice'
import { useText } from '../../ui/LanguageContext'

export function RolePanel() {
  const { t } = useText()
  const { role, roles, setRole } = useRoleChoice()
  const words = ({ permissions, reach, note }: Grant): string =>
    `${permissions.map(t.permissionName).join(t.slash)} · ${t.reachName(reach)}${note === undefined ? '' : ` (${t.grantNote(note)})`}`
  return (
    <section className="card card-pad stack" id="roles">
      <h2>{t.rolesTitle}</h2>
      <p className="note warn">{t.rolesHonest}</p>
      <label className="field">
        <span className="field-label">{t.rolesYours}</span>
        <select className="input" value={role} onChange={(event) => setRole(oneOf(ROLES, event.target.value) ?? role)}>
          {roles.map((known) => (
            <option key={known} value={known}>
              {t.roleName(known)}
            </option>
          ))}
        </select>
      </label>
      <div className="scroll-x">
        <table className="table small">
          <thead>
            <tr>
              <th scope="col">{t.rolesCapability}</th>
              {ROLES.map((known) => (
                <th key={known} scope="col">
                  <button
                    type="button"
                    className="kpi-link"
                    aria-pressed={known === role}
                    disabled={!roles.includes(known)}
                    title={roles.includes(known) ? undefined : t.teamRoleNotYours}
                    onClick={() => setRole(known)}
                  >
                    {t.roleName(known)}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {CAPABILITIES.map((capability) => (
              <tr key={capability}>
                <th scope="row">{t.capabilityName(capability)}</th>
                {ROLES.map((known) => {
                  const grant = PERMISSIONS[capability][known]
                  return <td key={known}>{grant === undefined ? <span className="muted">–</span> : words(grant)}</td>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
