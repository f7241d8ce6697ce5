-- What happened, written in the transaction in which it happened. Consumers read behind the oldest transaction that is
-- still running: a row with a lower xid can then no longer appear, so a cursor never skips one.
create table workspace.event (
    xid       bigint      not null default (pg_current_xact_id()::text::bigint),
    id        uuid        not null,
    at        timestamptz not null,
    type      text        not null,
    version   smallint    not null,
    aggregate uuid        not null,
    actor     uuid,
    via       text        not null,
    payload   jsonb       not null,
    primary key (xid, id)
);
create index event_at on workspace.event using brin (at);

create table workspace.event_cursor (
    consumer   text        primary key,
    xid        bigint      not null default 0,
    id         uuid        not null default '00000000-0000-0000-0000-000000000000',
    updated_at timestamptz not null default now()
);

-- Deliveries that failed: tried again at next_try_at; without one they are parked and wait for a person.
create table workspace.event_failure (
    id          uuid        primary key default uuidv7(),
    consumer    text        not null,
    event_id    uuid        not null,
    type        text        not null,
    version     smallint    not null,
    payload     jsonb       not null,
    actor       uuid,
    via         text        not null,
    at          timestamptz not null,
    attempts    integer     not null,
    next_try_at timestamptz,
    error       text        not null,
    created_at  timestamptz not null,
    unique (consumer, event_id)
);
create index event_failure_due on workspace.event_failure (next_try_at) where next_try_at is not null;
