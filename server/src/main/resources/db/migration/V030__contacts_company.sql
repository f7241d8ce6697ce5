create table contacts.company (
    id               uuid primary key default uuidv7(),
    version          bigint not null default 1,
    name             text collate "vi-x-icu" not null check (name <> ''),
    folded           text not null generated always as (public.fold(name)) stored,
    tax_code         text,
    domain           text,
    phone            text,
    industry         text,
    employees        integer check (employees >= 0),
    parent_id        uuid references contacts.company check (parent_id <> id),
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
    -- as it was written before it was read into the parts above
    address_text     text,
    custom           jsonb not null default '{}',
    last_activity_at timestamptz,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    deleted_at       timestamptz,
    check ((owner_id is null) = (team_id is null)),
    foreign key (owner_id, team_id) references workspace.member (id, team_id) on update cascade
) with (fillfactor = 90); -- room beside each row for its next version, so that a move to another stage touches no index

-- One living company per tax code; branches have codes of their own.
create unique index company_tax_code on contacts.company (tax_code) where deleted_at is null;
create index company_domain on contacts.company (domain) where deleted_at is null;
create index company_folded on contacts.company using gin (folded gin_trgm_ops) where deleted_at is null;
create index company_exact_name on contacts.company (folded) where deleted_at is null;
create index company_created on contacts.company (created_at desc, id desc) where deleted_at is null;
create index company_owner on contacts.company (owner_id, created_at desc, id desc) where deleted_at is null;
create index company_team on contacts.company (team_id, created_at desc, id desc) where deleted_at is null;
create index company_name on contacts.company (name, id) where deleted_at is null;
create index company_parent on contacts.company (parent_id) where parent_id is not null;
create index company_deleted on contacts.company (deleted_at) where deleted_at is not null;
