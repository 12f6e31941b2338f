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

export const MIGRATIONS: readonly string[] = [ACCOUNTS]
