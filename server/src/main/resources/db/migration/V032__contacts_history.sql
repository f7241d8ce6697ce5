-- What became of a contact's or company's stage; never changed. A move back by hand is two rows: cleared, then set.
create table contacts.lifecycle_change (
    id           uuid primary key default uuidv7(),
    subject_kind text not null,
    subject_id   uuid not null,
    from_stage   text,
    to_stage     text,
    at           timestamptz not null,
    logged_at    timestamptz not null,
    cause        text not null,
    actor_id     uuid,
    via          text not null,
    reason       text,
    -- the deal, hand-off or import that it came by
    ref          uuid,
    check (from_stage is not null or to_stage is not null)
);
create index lifecycle_change_subject on contacts.lifecycle_change (subject_id, at desc, id desc);
create index lifecycle_change_ref on contacts.lifecycle_change (ref) where ref is not null;

-- at may lie in the past, logged_at never does.
create table contacts.timeline_entry (
    id           uuid primary key default uuidv7(),
    subject_kind text not null,
    subject_id   uuid not null,
    kind         text not null,
    at           timestamptz not null,
    logged_at    timestamptz not null,
    direction    text,
    actor_id     uuid,
    via          text not null,
    text         text,
    ref          uuid
);
create index timeline_entry_subject on contacts.timeline_entry (subject_id, at desc, id desc);
