-- Who changed what. Rows are only ever added; the digest covers the values under a salt, so that erasing values and salt
-- leaves a row that still fits its seal.
create table workspace.audit_entry (
    id        uuid        not null,
    xid       bigint      not null default (pg_current_xact_id()::text::bigint),
    at        timestamptz not null,
    actor_id  uuid,
    via       text        not null,
    kind      text        not null,
    record_id uuid        not null,
    action    text        not null,
    -- json, not jsonb: what was digested must stay as it was written
    before    json,
    after     json,
    salt      bytea,
    digest    bytea       not null,
    -- the order in which people read it
    primary key (at, id)
);
create index audit_entry_record on workspace.audit_entry (record_id, at, id);
create index audit_entry_actor on workspace.audit_entry (actor_id, at, id);
-- What is seldom changed and often asked for would drown among the records of every day.
create index audit_entry_seldom on workspace.audit_entry (kind, at, id)
    where kind in ('PIPELINE', 'SLA', 'IMPORT', 'MEMBER', 'WORKSPACE');
-- the order in which it is sealed
create index audit_entry_xid on workspace.audit_entry (xid, id);

-- Each seal digests the one before it and every entry since, in the order of their transactions.
create table workspace.audit_seal (
    number    bigint      primary key,
    upto_xid  bigint      not null,
    upto_id   uuid        not null,
    entries   bigint      not null,
    -- those of all seals so far
    total     bigint      not null,
    digest    bytea       not null,
    sealed_at timestamptz not null
);

-- What came of walking the whole chain.
create table workspace.audit_check (
    id           uuid        primary key,
    checked_at   timestamptz not null,
    seals        bigint      not null,
    entries      bigint      not null,
    -- the first seal that does not fit, what is wrong there, and with which entry, if one can be named
    broken_seal  bigint,
    fault        text,
    entry_id     uuid,
    intact_until timestamptz,
    check ((broken_seal is null) = (fault is null))
);

-- The application's own role may add, and empty values for an erasure; it can neither change nor remove an entry.
do $$
declare
    role text;
begin
    for role in select distinct grantee from information_schema.role_table_grants
                where table_schema = 'workspace' and table_name = 'audit_entry' and grantee <> current_user
    loop
        execute format(
            'revoke update, delete on workspace.audit_entry, workspace.audit_seal, workspace.audit_check from %I', role);
        execute format('grant update (before, after, salt) on workspace.audit_entry to %I', role);
    end loop;
end
$$;
