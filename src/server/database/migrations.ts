/** The steps to the shape of the database, in order. What was released is never changed; a new step goes to the end. */

/** 1: the company, its people, how they prove who they are, and their devices. */
const ACCOUNTS = `
create table team (
  is_only boolean primary key default true check (is_only),
  id text not null,
  name text not null
);
create table account (
  id text primary key,
  name text not null,
  name_key text not null unique,
  roles text[] not null check (cardinality(roles) > 0),
  reach jsonb not null,
  is_active boolean not null,
  made_at timestamptz not null default now(),
  last_seen timestamptz
);
create table credential (
  account_id text primary key references account,
  password_hash text not null,
  changed_at timestamptz not null default now()
);
create table invitation (
  token_hash bytea primary key,
  account_id text not null references account,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on invitation (account_id);
create table device (
  id text primary key,
  account_id text not null references account,
  public_key jsonb not null,
  label text not null,
  joined_at bigint not null,
  decided bigint not null default 0,
  refused integer not null default 0,
  pulled bigint not null default 0,
  registered_at timestamptz not null default now(),
  last_seen timestamptz not null default now(),
  revoked_at timestamptz,
  is_wiped boolean not null default false
);
create index on device (account_id);
create table session (
  id text primary key,
  token_hash bytea not null unique,
  account_id text not null references account,
  device_id text references device,
  opened_at timestamptz not null default now(),
  last_seen timestamptz not null default now()
);
create index on session (account_id);
create table known_browser (
  token_hash bytea primary key,
  account_id text not null references account,
  address text not null,
  last_seen timestamptz not null default now()
);
create index on known_browser (account_id);
create table sign_in_attempt (
  key text primary key,
  attempts integer not null,
  last_at timestamptz not null
);
`

/** 2: what the company has done, in one order, and the records it adds up to. */
const CHANGES = `
create table company_log (
  is_only boolean primary key default true check (is_only),
  head bigint not null default 0,
  -- The server itself is a device: it gives numbers.
  device text not null,
  changes bigint not null default 0
);
create table change (
  seq bigint primary key,
  id text not null unique,
  device text not null,
  number bigint not null,
  account_id text references account,
  command text not null,
  received_at timestamptz not null default now(),
  digest bytea not null,
  body text not null,
  batch_id text,
  unique (device, number)
);
create function log_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the log is only added to';
end $$;
create trigger append_only before update or delete or truncate on change
  for each statement execute function log_is_append_only();
create table refused_change (
  device text not null references device,
  number bigint not null,
  id text not null,
  account_id text not null references account,
  command text not null,
  received_at timestamptz not null default now(),
  digest bytea not null,
  body text not null,
  made text[] not null,
  reasons jsonb not null,
  may_instead text[] not null,
  primary key (device, number)
);
create table record (
  kind text not null,
  id text not null,
  seq bigint not null,
  state jsonb not null,
  primary key (kind, id)
);
create index record_failure on record (kind, (state->>'failureId')) where state ? 'failureId';
create index record_problem on record (kind, (state->>'problemId')) where state ? 'problemId';
create index record_owner on record (kind, (state->>'ownerId')) where state ? 'ownerId';
create index record_number on record ((state->>'no')) where kind = 'failures';
create table imported_row (
  batch_id text not null,
  sheet integer not null,
  first_row integer not null,
  cells text not null,
  primary key (batch_id, sheet, first_row)
);
create table site (
  depot text primary key,
  code text not null unique
);
create table number_series (
  site text not null,
  year integer not null,
  given integer not null,
  primary key (site, year)
);
`

export const MIGRATIONS: readonly string[] = [ACCOUNTS, CHANGES]
