/** Every statement about changes and the records they add up to. */

export const BEGIN_LOG = `
insert into company_log (device) values ($1) on conflict do nothing`

/** Holds the order: whoever has this row gives the next places. */
export const LOCK_HEAD = `
select head::float8 as head, device, changes::float8 as changes from company_log for update`

export const HEAD = `
select head::float8 as head from company_log`

export const MOVE_HEAD = `
update company_log set head = $1, changes = $2`

export const LOCK_DEVICES = `
select id, account_id as account, joined_at::float8 as "joinedAt", decided::float8 as decided,
       revoked_at is not null as "isRevoked", is_wiped as "isWiped"
  from device where id = any($1) order by id for update`

export const MOVE_DEVICES = `
update device set decided = given.decided, refused = device.refused + given.refused, last_seen = now()
  from unnest($1::text[], $2::bigint[], $3::integer[]) as given (id, decided, refused)
 where device.id = given.id`

/** Changes of these numbers that were decided before. */
export const DECIDED = `
select number::float8 as number, digest, null as refused from change where device = $1 and number = any($2)
union all
select number::float8, digest,
       jsonb_build_object('id', id, 'number', number, 'command', command, 'reasons', reasons, 'mayInstead', may_instead)
  from refused_change where device = $1 and number = any($2)`

export const REFUSED_BEFORE = `
select device, number::float8 as number, made from refused_change where device = any($1)`

export const ADD_CHANGES = `
insert into change (seq, id, device, number, account_id, command, digest, body, batch_id)
select * from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::bytea[], $8::text[], $9::text[])`

export const ADD_REFUSED = `
insert into refused_change (device, number, id, account_id, command, digest, body, made, reasons, may_instead)
select device, number, id, account, command, digest, body,
       array(select jsonb_array_elements_text(made)), reasons, array(select jsonb_array_elements_text(may))
  from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::bytea[], $7::text[],
              $8::jsonb[], $9::jsonb[], $10::jsonb[])
    as given (device, number, id, account, command, digest, body, made, reasons, may)`

export const PUT_RECORDS = `
insert into record (kind, id, seq, state)
select * from unnest($1::text[], $2::text[], $3::bigint[], $4::jsonb[])
on conflict (kind, id) do update set seq = excluded.seq, state = excluded.state`

export const ADD_ROWS = `
insert into imported_row (batch_id, sheet, first_row, cells)
select * from unnest($1::text[], $2::integer[], $3::integer[], $4::text[])
on conflict do nothing`

export const RECORDS_BY_ID = `
select id, state from record where kind = $1 and id = any($2)`

/** The field is one of three names, never a word of a request. */
export const recordsHaving = (field: 'failureId' | 'problemId' | 'ownerId'): string => `
select id, state from record where kind = $1 and state ? '${field}' and state->>'${field}' = any($2)`

export const FAILURES_NUMBERED = `
select id, state from record where kind = 'failures' and state->>'no' = any($1)`

export const ALL_RECORDS = `
select id, state from record where kind = $1`

export const CHANGE_BY_ID = `
select body from change where id = $1`

export const SITE_OF = `
insert into site (depot, code) values ($1, lpad((select count(*) + 1 from site)::text, 2, '0'))
on conflict (depot) do update set depot = excluded.depot
returning code`

export const NEXT_NUMBER = `
insert into number_series (site, year, given) values ($1, $2, 1)
on conflict (site, year) do update set given = number_series.given + 1
returning given`

/** Not what the asking device did itself. */
export const CHANGES_AFTER = `
select seq::float8 as seq, body, batch_id as "batchId", command from change
 where change.seq > $1 and device <> $2 order by change.seq limit $3`

export const ROWS_OF = `
select batch_id as "batchId", sheet, first_row as "firstRow", cells from imported_row where batch_id = $1 order by sheet, first_row`

export const ACTIVE_ACCOUNTS = `
select id, name, roles from account where is_active order by name`
