-- A lead passed from marketing to sales, with its clock. What it is worth and when it is due is written down when it
-- is offered: a contract changed later does not change what was promised.
create table alignment.handoff (
    id uuid primary key,
    version bigint not null default 1,
    contact_id uuid not null references contacts.contact,
    -- what opened it: the event that made the contact an MQL
    cause_id uuid not null,
    sla_id uuid not null,
    sla_version bigint not null,
    tier text not null check (tier in ('A', 'B', 'C')),
    lead_type text not null,
    lead_value numeric(19, 4) not null,
    currency text not null,
    -- whether its value counts as delivered: a contact does once in 180 days
    counted boolean not null,
    deducted boolean not null default false,
    source_channel text,
    source_campaign text,
    source_medium text,
    -- the cohort: the day on which the contact became MQL, in the workspace's zone
    mql_on date not null,
    status text not null
        check (status in ('OFFERED', 'ACCEPTED', 'TOUCHED', 'QUALIFIED', 'REJECTED', 'DISPUTED', 'WITHDRAWN')),
    rep_id uuid not null,
    team_id uuid not null,
    -- the number of the present assignment
    assignment smallint not null,
    reason text,
    note text,
    deal_id uuid,
    -- the lead's clock, which no reassignment restarts
    offered_at timestamptz not null,
    accept_by timestamptz not null,
    touch_by timestamptz not null,
    answered_at timestamptz,
    touched_at timestamptz,
    touch_minutes int,
    stopped_at timestamptz,
    breached_at timestamptz,
    answer text not null check (answer in ('NONE', 'ACCEPTED', 'REJECTED')),
    outcome text not null check (outcome in ('PENDING', 'MET', 'BREACHED', 'ENDED')),
    -- the nearer of the deadlines that are still open
    due_at timestamptz,
    -- when the clocks want to be looked at next: a reminder, a breach, a silence
    next_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    foreign key (sla_id, sla_version) references alignment.sla_version,
    foreign key (rep_id, team_id) references workspace.member (id, team_id) on update cascade,
    unique (contact_id, cause_id)
);

create unique index handoff_one_open on alignment.handoff (contact_id)
    where status in ('OFFERED', 'ACCEPTED', 'TOUCHED');
create index on alignment.handoff (contact_id, offered_at desc);
create index on alignment.handoff (next_at) where next_at is not null;
create index on alignment.handoff (offered_at desc, id desc);
create index on alignment.handoff (rep_id, offered_at desc, id desc);
create index on alignment.handoff (team_id, offered_at desc, id desc);
-- what waits, by its deadline
create index handoff_waiting on alignment.handoff ((coalesce(due_at, timestamptz '9999-12-31 00:00:00+00')), id)
    where status in ('ACCEPTED', 'OFFERED', 'TOUCHED');
create index handoff_waiting_of_rep
    on alignment.handoff (rep_id, (coalesce(due_at, timestamptz '9999-12-31 00:00:00+00')), id)
    where status in ('ACCEPTED', 'OFFERED', 'TOUCHED');
create index on alignment.handoff (mql_on, id);
create index on alignment.handoff (deal_id) where deal_id is not null;

-- Each assignee's own clock, beside the lead's.
create table alignment.handoff_assignment (
    handoff_id uuid not null references alignment.handoff on delete cascade,
    number smallint not null,
    rep_id uuid not null references workspace.member,
    assigned_at timestamptz not null,
    accept_by timestamptz not null,
    touch_by timestamptz not null,
    remind_at timestamptz not null,
    reminded_at timestamptz,
    answered_at timestamptz,
    touched_at timestamptz,
    touch_minutes int,
    stopped_at timestamptz,
    breached_at timestamptz,
    answer text not null check (answer in ('NONE', 'ACCEPTED', 'REJECTED')),
    outcome text not null check (outcome in ('PENDING', 'MET', 'BREACHED', 'ENDED')),
    created_at timestamptz not null default now(),
    primary key (handoff_id, number)
);

create index on alignment.handoff_assignment (rep_id, handoff_id);

-- Everything that happened to a hand-off, in order; never changed.
create table alignment.handoff_step (
    id uuid primary key,
    handoff_id uuid not null references alignment.handoff on delete cascade,
    kind text not null,
    at timestamptz not null,
    rep_id uuid not null references workspace.member,
    actor_id uuid references workspace.member,
    via text not null,
    reason text,
    note text,
    created_at timestamptz not null default now()
);

create index on alignment.handoff_step (handoff_id, id);

-- Whose turn it is: the rep whose last turn is furthest back. The one counter row is locked while a turn is given, so
-- that two leads at once go to two reps.
create table alignment.routing (
    only_one boolean primary key default true check (only_one),
    turns bigint not null default 0
);

insert into alignment.routing default values;

create table alignment.routing_turn (
    rep_id uuid primary key references workspace.member,
    turn bigint not null,
    updated_at timestamptz not null default now()
);
