/** What a request may say, as JSON schemas; what is not described is not taken. */
import { ROLES } from '../../domain/workflow/roles'
import { LONGEST_PASSWORD } from '../accounts/password'

type Shape = Readonly<Record<string, unknown>>

/** All named fields have to be there, and no others. */
const exactly = (properties: Readonly<Record<string, Shape>>): Shape => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})
const text = (maxLength: number, minLength = 1): Shape => ({ type: 'string', minLength, maxLength })
const count: Shape = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
/** No control characters, and something that can be seen. */
const name: Shape = { ...text(100), pattern: '^(?=.*[\\p{L}\\p{N}])[^\\p{C}]+$' }
const password: Shape = text(LONGEST_PASSWORD)
const names: Shape = { type: 'array', items: text(200), maxItems: 500 }

export const SIGNING_IN = exactly({ name: text(100), password })
export const ACCEPTING_INVITATION = exactly({ password })
export const ACCOUNT_WISH = exactly({
  name,
  roles: { type: 'array', items: { enum: [...ROLES] }, minItems: 1, maxItems: ROLES.length, uniqueItems: true },
  reach: { anyOf: [{ const: 'all' }, exactly({ stations: names, departments: names })] },
  isActive: { type: 'boolean' },
})

/** Ids of devices are letters and digits, and `~` in those that were renamed. */
const device: Shape = { ...text(64), pattern: '^[\\w~.-]+$' }
export const DEVICE_REGISTRATION = exactly({
  id: device,
  publicKey: exactly({ kty: text(10), crv: text(20), x: text(200), y: text(200) }),
  label: text(200),
  joinedAt: count,
})

/** What an entry says is checked by the rules for entries; here only that it is one. */
const entry: Shape = {
  type: 'object',
  properties: {
    id: text(200),
    v: count,
    device: text(64),
    number: count,
    at: { type: 'number' },
    actor: text(200, 0),
    command: text(100),
  },
  required: ['id', 'v', 'device', 'number', 'at', 'actor', 'command'],
}
const importedRows = exactly({ batchId: text(200), sheet: count, firstRow: count, cells: { type: 'string' } })
export const PUSH = exactly({
  device,
  changes: { type: 'array', items: entry },
  rows: { type: 'array', items: importedRows },
})

const digits: Shape = { type: 'string', pattern: '^\\d{1,15}$' }
export const PULL_QUERY: Shape = {
  type: 'object',
  properties: { after: digits, device, wait: digits, limit: digits },
  required: ['after', 'device'],
  additionalProperties: false,
}
export const SHA256: Shape = exactly({ sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' } })
