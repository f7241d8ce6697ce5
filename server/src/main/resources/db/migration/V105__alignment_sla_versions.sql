-- A version of the contract holds from a chosen day on, in the workspace's zone, and both sides have signed it. Which
-- one is in force is told by the day, so the contract itself keeps no terms any more.
alter table alignment.sla_version add column starts_on date;

update alignment.sla_version
set starts_on = (agreed_at at time zone (
    select zone from workspace.business_hours
    order by valid_from <= (agreed_at at time zone 'UTC')::date desc, abs(valid_from - (agreed_at at time zone 'UTC')::date)
    limit 1))::date;

alter table alignment.sla_version alter column starts_on set not null;

alter table alignment.sla drop column version, drop column name, drop column terms, drop column updated_at;

-- What one side would like to change. It may be edited until it is agreed; its version is that of its text.
create table alignment.sla_proposal (
    id uuid primary key,
    sla_id uuid not null references alignment.sla,
    version bigint not null,
    state text not null check (state in ('OPEN', 'AGREED', 'WITHDRAWN')),
    name text not null check (name <> ''),
    terms jsonb not null,
    starts_on date not null,
    proposed_by uuid not null references workspace.member,
    proposed_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

create unique index sla_proposal_one_open on alignment.sla_proposal (sla_id) where state = 'OPEN';

-- For exactly the text that stands in the proposal: editing it takes the signatures away.
create table alignment.sla_signature (
    proposal_id uuid not null references alignment.sla_proposal on delete cascade,
    side text not null check (side in ('MARKETING', 'SALES')),
    member_id uuid not null references workspace.member,
    signed_at timestamptz not null,
    created_at timestamptz not null default now(),
    primary key (proposal_id, side)
);

alter table alignment.sla_version add column proposal_id uuid references alignment.sla_proposal;
