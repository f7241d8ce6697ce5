create table sales.competitor (
    id uuid primary key default uuidv7(),
    version bigint not null default 1,
    name text collate "vi-x-icu" not null,
    folded text not null generated always as (public.fold(name)) stored,
    website text,
    price_level text check (price_level in ('CHEAPER', 'SAME', 'DEARER')),
    strengths text,
    weaknesses text,
    answer text,
    custom jsonb not null default '{}',
    owner_id uuid,
    team_id uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    foreign key (owner_id, team_id) references workspace.member (id, team_id) on update cascade
);

create unique index competitor_name on sales.competitor (folded) where deleted_at is null;
create index on sales.competitor (created_at desc, id desc) where deleted_at is null;
create index on sales.competitor (owner_id, created_at desc, id desc) where deleted_at is null;
create index on sales.competitor (team_id, created_at desc, id desc) where deleted_at is null;
create index on sales.competitor (name, id) where deleted_at is null;
create index on sales.competitor using gin (folded gin_trgm_ops);
