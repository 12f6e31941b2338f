/** Every statement about people, how they prove who they are, and their devices. Times leave as milliseconds since 1970. */

const ACCOUNT = 'account.id, account.name, account.roles, account.reach, account.is_active as "isActive"'
const inMs = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`

/** Signed in this long without a word from the device. */
const IDLE = `interval '30 days'`

export const TEAM = 'select id, name from team'
export const FOUND_TEAM = 'insert into team (id, name) values ($1, $2) on conflict do nothing'

export const ACCOUNT_BY_ID = `select ${ACCOUNT} from account where id = $1`
export const ACCOUNT_BY_NAME = `select ${ACCOUNT} from account where name_key = $1`
export const INSERT_ACCOUNT = `
insert into account (id, name, name_key, roles, reach, is_active) values ($1, $2, $3, $4, $5, $6)
on conflict (name_key) do nothing
returning ${ACCOUNT}`
export const UPDATE_ACCOUNT = `
update account set name = $2, name_key = $3, roles = $4, reach = $5, is_active = $6 where id = $1
returning ${ACCOUNT}`
/** Taken before accounts change, so that two administrators cannot take the last two of them away at once. */
export const LOCK_ACCOUNTS = 'lock table account in share row exclusive mode'
export const COUNT_ADMINISTRATORS = `
select count(*)::int as count from account join credential on credential.account_id = account.id
where account.is_active and 'ADM' = any (account.roles)`
export const ACCOUNT_LINES = `
select ${ACCOUNT}, ${inMs('account.last_seen')} as "lastSeen", credential.account_id is not null as "hasPassword"
from account left join credential on credential.account_id = account.id
where $1::text is null or account.id = $1
order by account.name_key`

export const CREDENTIAL_BY_NAME = `
select account.id, account.name, credential.password_hash as "passwordHash"
from account join credential on credential.account_id = account.id
where account.name_key = $1 and account.is_active`
export const COUNT_CREDENTIALS = 'select count(*)::int as count from credential'
export const SET_CREDENTIAL = `
insert into credential (account_id, password_hash) values ($1, $2)
on conflict (account_id) do update set password_hash = excluded.password_hash, changed_at = now()`

export const FORGET_INVITATIONS = 'delete from invitation where account_id = $1 and used_at is null'
export const INSERT_INVITATION = `
insert into invitation (token_hash, account_id, expires_at) values ($1, $2, now() + interval '7 days')
returning ${inMs('expires_at')} as "expiresAt"`
const IS_OPEN = `account.id = invitation.account_id and account.is_active
  and invitation.token_hash = $1 and invitation.used_at is null and invitation.expires_at > now()`
export const INVITED = `select ${ACCOUNT} from invitation, account where ${IS_OPEN}`
/** Whoever comes first uses it. */
export const USE_INVITATION = `update invitation set used_at = now() from account where ${IS_OPEN}`

export const INSERT_SESSION = 'insert into session (id, token_hash, account_id, device_id) values ($1, $2, $3, $4)'
/** Who a token stands for, with what has become of the account and the device since. */
export const SESSION_BY_TOKEN = `
select ${ACCOUNT}, session.id as "sessionId", session.device_id as device,
  device.revoked_at is not null as "isRevoked", coalesce(device.is_wiped, false) as "isWiped",
  session.last_seen < now() - interval '1 minute' as "isStale"
from session
join account on account.id = session.account_id
left join device on device.id = session.device_id
where session.token_hash = $1 and session.last_seen > now() - ${IDLE} and account.is_active`
export const TOUCH_SESSION = `
with touched as (update session set last_seen = now() where id = $1 returning account_id, device_id),
  seen as (update device set last_seen = now() from touched where device.id = touched.device_id)
update account set last_seen = now() from touched where account.id = touched.account_id`
export const BIND_SESSION = 'update session set device_id = $2 where id = $1'
export const DELETE_SESSION = 'delete from session where token_hash = $1'
export const DELETE_SESSIONS_OF_ACCOUNT = 'delete from session where account_id = $1'
export const DELETE_IDLE_SESSIONS = `delete from session where last_seen < now() - ${IDLE}`

export const KNOWN_BROWSER = 'select from known_browser where token_hash = $1 and account_id = $2'
export const KNOWN_ADDRESS = 'select from known_browser where account_id = $1 and address = $2 limit 1'
export const REMEMBER_BROWSER = `
insert into known_browser (token_hash, account_id, address) values ($1, $2, $3)
on conflict (token_hash) do update set account_id = excluded.account_id, address = excluded.address, last_seen = now()`
export const FORGET_BROWSERS = 'delete from known_browser where account_id = $1'

/** Seconds that have to pass after so many attempts: none at first, then 8 and twice as long each time, up to a limit. */
const WAIT = `case when sign_in_attempt.attempts < $2 then 0
  else least($3, power(2, 3 + least(sign_in_attempt.attempts - $2, 20))) end`
/** Counted before the password is looked at, so that many at once are no more than one after another. No row: too early. */
export const COUNT_ATTEMPT = `
insert into sign_in_attempt (key, attempts, last_at) values ($1, 1, clock_timestamp())
on conflict (key) do update set last_at = clock_timestamp(),
  attempts = case when sign_in_attempt.last_at < clock_timestamp() - interval '1 day' then 1 else sign_in_attempt.attempts + 1 end
where sign_in_attempt.last_at + make_interval(secs => ${WAIT}) <= clock_timestamp()
returning attempts`
export const ATTEMPT_WAIT = `
select ceil(extract(epoch from last_at + make_interval(secs => ${WAIT}) - clock_timestamp()))::int as seconds
from sign_in_attempt where key = $1`
export const FORGIVE_ATTEMPTS = 'delete from sign_in_attempt where key = $1'
export const TAKE_BACK_ATTEMPT = 'update sign_in_attempt set attempts = greatest(attempts - 1, 0) where key = any ($1)'
export const FORGET_OLD_ATTEMPTS = `delete from sign_in_attempt where last_at < now() - interval '1 day'`

const DEVICE = `device.id, device.label, ${inMs('device.last_seen')} as "lastSeen", device.decided::float8 as decided,
  device.refused, ${inMs('device.revoked_at')} as "revokedAt", device.is_wiped as "isWiped"`
/** A device that is there already keeps its key; who uses it may change. */
export const REGISTER_DEVICE = `
insert into device (id, account_id, public_key, label, joined_at) values ($1, $2, $3, $4, $5)
on conflict (id) do update set account_id = excluded.account_id, label = excluded.label, last_seen = now()
where device.public_key = excluded.public_key and device.revoked_at is null
returning id, decided::float8 as decided`
export const DEVICE_BY_ID = `
select ${DEVICE}, device.account_id as account, device.public_key = $2::jsonb as "isSameKey" from device where id = $1`
export const DEVICES_OF = `
select ${DEVICE}, device.account_id as account from device
where $1::text is null or device.account_id = $1 order by device.registered_at`
export const REVOKE_DEVICE = `
update device set revoked_at = coalesce(revoked_at, now()), is_wiped = is_wiped or $2 where id = $1`
/** How far it has fetched what the company has done. */
export const DEVICE_PULLED = 'update device set pulled = $2 where id = $1 and pulled < $2'
export const PULLED = 'select id, pulled::float8 as pulled from device'
export const DATABASE_BYTES = 'select pg_database_size(current_database())::float8 as bytes'
