create table contacts.contact (
    id               uuid primary key default uuidv7(),
    version          bigint not null default 1,
    full_name        text collate "vi-x-icu" not null check (full_name <> ''),
    family_name      text,
    given_name       text collate "vi-x-icu" not null,
    folded           text not null generated always as (public.fold(full_name)) stored,
    -- lower case; the first is the primary one
    emails           text[] not null default '{}',
    -- E.164; what an import could not read as such stays as it was written, without its spaces
    phones           text[] not null default '{}',
    job_title        text,
    company_id       uuid references contacts.company,
    owner_id         uuid,
    team_id          uuid,
    lifecycle_stage  text not null,
    lifecycle_since  timestamptz not null,
    customer_status  text,
    recycle_count    integer not null default 0,
    recycled_at      timestamptz,
    source_channel   text,
    source_campaign  text,
    source_medium    text,
    tags             text[] not null default '{}',
    province_code    text,
    ward_code        text,
    address_line     text,
    address_text     text,
    custom           jsonb not null default '{}',
    last_activity_at timestamptz,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    deleted_at       timestamptz,
    check ((owner_id is null) = (team_id is null)),
    foreign key (owner_id, team_id) references workspace.member (id, team_id) on update cascade
) with (fillfactor = 90); -- room beside each row for its next version, so that a move to another stage touches no index

-- Who has this e-mail address or phone number? Asked before every create, so no list of pending entries to read through.
create index contact_identity on contacts.contact using gin ((emails || phones)) with (fastupdate = off)
    where deleted_at is null;
create index contact_folded on contacts.contact using gin (folded gin_trgm_ops) where deleted_at is null;
create index contact_email on contacts.contact ((emails[1]) text_pattern_ops) where deleted_at is null;
create index contact_phone on contacts.contact ((phones[1]) text_pattern_ops) where deleted_at is null;
create index contact_created on contacts.contact (created_at desc, id desc) where deleted_at is null;
create index contact_owner on contacts.contact (owner_id, created_at desc, id desc) where deleted_at is null;
create index contact_team on contacts.contact (team_id, created_at desc, id desc) where deleted_at is null;
-- Vietnamese names sort by their last word.
create index contact_name on contacts.contact (given_name, full_name, id) where deleted_at is null;
create index contact_company on contacts.contact (company_id) where company_id is not null;
create index contact_deleted on contacts.contact (deleted_at) where deleted_at is not null;

-- The living contacts that have one of these e-mail addresses or phone numbers. Whoever asks holds them until the
-- transaction ends, so that two who ask at once cannot both find nobody and both create. A function, because the
-- answer must be read after the locks are had, which takes two statements but should not take two round trips.
create function contacts.claim(identities text[])
    returns table (id uuid, emails text[], phones text[], owner_id uuid, team_id uuid) language plpgsql volatile as
$$
begin
    perform pg_advisory_xact_lock(hashtextextended(identity, 0)) from unnest(identities) as identity;
    return query select c.id, c.emails, c.phones, c.owner_id, c.team_id
                 from contacts.contact c
                 where (c.emails || c.phones) && identities and c.deleted_at is null
                 order by c.id;
end
$$;
