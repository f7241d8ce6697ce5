create table sales.deal (
    id uuid primary key default uuidv7(),
    version bigint not null default 1,
    -- its id in the system that it was imported from
    external_id text,
    name text collate "vi-x-icu" not null,
    name_folded text not null generated always as (public.fold(name)) stored,
    pipeline_id uuid not null,
    stage_id uuid not null,
    status text not null check (status in ('OPEN', 'WON', 'LOST')),
    amount numeric(19, 4),
    currency text,
    company_id uuid references contacts.company,
    owner_id uuid not null,
    team_id uuid not null,
    expected_close_date date,
    next_step text,
    next_step_date date,
    tags text[] not null default '{}',
    custom jsonb not null default '{}',
    opened_at timestamptz not null,
    stage_since timestamptz not null,
    closed_at timestamptz,
    lost_reason text references sales.loss_reason,
    lost_note text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    foreign key (stage_id, pipeline_id) references sales.stage (id, pipeline_id),
    foreign key (owner_id, team_id) references workspace.member (id, team_id) on update cascade,
    check ((status = 'OPEN') = (closed_at is null)),
    check ((amount is null) = (currency is null)),
    check (amount >= 0),
    check (lost_reason is null or status = 'LOST')
);

create index on sales.deal (created_at desc, id desc) where deleted_at is null;
create index on sales.deal (owner_id, created_at desc, id desc) where deleted_at is null;
create index on sales.deal (team_id, created_at desc, id desc) where deleted_at is null;
-- the board: a column's cards in their order, and its count and sum without touching the table
create index on sales.deal (stage_id, status, stage_since desc, id desc)
    include (owner_id, team_id, amount, currency) where deleted_at is null;
create index on sales.deal (name, id) where deleted_at is null;
create index on sales.deal (company_id, status) where company_id is not null;
create index on sales.deal (external_id) where external_id is not null;
create index on sales.deal using gin (name_folded gin_trgm_ops);
create index on sales.deal using gin (tags) where deleted_at is null;

create table sales.deal_contact (
    deal_id uuid not null references sales.deal on delete cascade,
    contact_id uuid not null references contacts.contact,
    -- the first is the one who buys
    position smallint not null,
    created_at timestamptz not null default now(),
    primary key (deal_id, contact_id)
);

create index on sales.deal_contact (contact_id, deal_id);

-- What happened to a deal, in order; never changed.
create table sales.deal_move (
    id uuid primary key default uuidv7(),
    deal_id uuid not null references sales.deal on delete cascade,
    kind text not null check (kind in ('OPENED', 'MOVED', 'WON', 'LOST', 'REOPENED')),
    from_stage_id uuid references sales.stage,
    to_stage_id uuid not null references sales.stage,
    reason text,
    note text,
    at timestamptz not null,
    actor_id uuid references workspace.member,
    via text not null,
    created_at timestamptz not null default now()
);

create index on sales.deal_move (deal_id, at, id);
