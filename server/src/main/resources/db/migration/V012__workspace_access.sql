-- The one row about the user's own company. Its being there says that set-up is done.
create table workspace.settings (
    singleton  boolean primary key default true check (singleton),
    id         uuid not null,
    name       text not null check (name <> ''),
    zone       text not null,
    currency   text not null check (currency ~ '^[A-Z]{3}$'),
    locale     text not null check (locale in ('vi', 'en')),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version    bigint not null default 1
);

-- Secrets are kept as digests only: SHA-256 for long random tokens, Argon2id for passwords.

-- Every node that starts on an empty database prints a link of its own; all of them end with the set-up.
create table workspace.setup_link (
    token_hash bytea primary key,
    created_at timestamptz not null
);

create table workspace.password (
    member_id  uuid primary key references workspace.member (id),
    hash       text not null,
    changed_at timestamptz not null
);

create table workspace.invitation (
    member_id  uuid primary key references workspace.member (id),
    token_hash bytea not null unique,
    invited_by uuid references workspace.member (id),
    expires_at timestamptz not null,
    created_at timestamptz not null
);

create table workspace.session (
    token_hash   bytea primary key,
    id           uuid not null unique,
    member_id    uuid not null references workspace.member (id),
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at   timestamptz not null
);
create index session_member on workspace.session (member_id);
create index session_expiry on workspace.session (expires_at);

create table workspace.api_key (
    id           uuid primary key,
    token_hash   bytea not null unique,
    member_id    uuid not null references workspace.member (id),
    name         text not null check (name <> ''),
    -- What the list shows of a key, so that its owner can tell one from another.
    hint         text not null,
    scopes       text[] not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    created_at   timestamptz not null
);
create index api_key_member on workspace.api_key (member_id, created_at desc, id desc);

-- How often somebody tried within the present window: by account, by address, and by both together.
create table workspace.throttle (
    key        text primary key,
    attempts   integer not null,
    ends_at    timestamptz not null
);
create index throttle_end on workspace.throttle (ends_at);

-- What a creating request with an Idempotency-Key made, so that sending it again makes nothing.
create table workspace.idempotency_key (
    member_id    uuid not null references workspace.member (id),
    key          text not null,
    request_hash bytea not null,
    record_id    uuid,
    created_at   timestamptz not null,
    primary key (member_id, key)
);
create index idempotency_key_age on workspace.idempotency_key (created_at);
