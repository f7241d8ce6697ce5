-- Who changed what. Rows are only ever added; the digest covers the values under a salt, so that erasing values and salt
-- leaves a row that still fits its seal.
create table workspace.audit_entry (
    id        uuid        primary key,
    xid       xid8        not null default pg_current_xact_id(),
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
    digest    bytea       not null
);
create index audit_entry_record on workspace.audit_entry (record_id, id);
create index audit_entry_actor on workspace.audit_entry (actor_id, id);
create index audit_entry_unsealed on workspace.audit_entry (xid, id);

-- Each seal digests the one before it and every entry since, in the order of their transactions.
create table workspace.audit_seal (
    number    bigint      primary key,
    upto_xid  xid8        not null,
    upto_id   uuid        not null,
    entries   integer     not null,
    digest    bytea       not null,
    sealed_at timestamptz not null
);

-- The application's own role may add, and empty values for an erasure; it can neither change nor remove an entry.
do $$
declare
    role text;
begin
    for role in select distinct grantee from information_schema.role_table_grants
                where table_schema = 'workspace' and table_name = 'audit_entry' and grantee <> current_user
    loop
        execute format('revoke update, delete on workspace.audit_entry, workspace.audit_seal from %I', role);
        execute format('grant update (before, after, salt) on workspace.audit_entry to %I', role);
    end loop;
end
$$;
