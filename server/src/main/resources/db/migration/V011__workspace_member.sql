create table workspace.team (
    id         uuid primary key,
    name       text not null check (name <> ''),
    leader_id  uuid,
    -- The import that made it, so that undoing takes it back when nobody is left in it.
    import_id  uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version    bigint not null default 1
);
create unique index team_name on workspace.team (public.fold(name));

create table workspace.member (
    id         uuid primary key,
    team_id    uuid not null references workspace.team (id),
    full_name  text not null check (full_name <> ''),
    email      text,
    role       text not null,
    locale     text check (locale in ('vi', 'en')),
    active     boolean not null default true,
    import_id  uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version    bigint not null default 1,
    -- Records point at (owner, team) together and follow when an owner changes team, so that a team's records are
    -- found by one column: foreign key (owner_id, team_id) … on update cascade.
    unique (id, team_id)
);
create unique index member_email on workspace.member (lower(email));
create index member_team on workspace.member (team_id);
create index member_import on workspace.member (import_id) where import_id is not null;
create index member_folded_name on workspace.member (public.fold(full_name));

alter table workspace.team
    add constraint team_leader foreign key (leader_id) references workspace.member (id);
create index team_leader on workspace.team (leader_id);

-- Days away, both inclusive: no lead is routed to whoever is away.
create table workspace.absence (
    id         uuid primary key,
    member_id  uuid not null references workspace.member (id),
    from_date  date not null,
    until_date date not null,
    created_at timestamptz not null,
    check (from_date <= until_date)
);
create index absence_member on workspace.absence (member_id, until_date);

-- What is not granted here is refused. The owner's role has no rows: it may do everything, always.
create table workspace.role_permission (
    role   text not null,
    kind   text not null,
    action text not null check (action in ('READ', 'WRITE', 'DELETE', 'EXPORT')),
    reach  text not null check (reach in ('OWN', 'TEAM', 'ALL')),
    primary key (role, kind, action)
);

insert into workspace.role_permission (role, kind, action, reach)
select role, kind, action, reach
from (values
    ('ADMINISTRATOR',     '{CONTACT,COMPANY,DEAL,PIPELINE,HANDOFF,SLA,IMPORT,MEMBER,WORKSPACE}', '{READ,WRITE,DELETE,EXPORT}', 'ALL'),

    ('MARKETING_MANAGER', '{CONTACT,COMPANY}',            '{READ,WRITE,DELETE,EXPORT}', 'ALL'),
    ('MARKETING_MANAGER', '{DEAL}',                       '{READ,EXPORT}',              'ALL'),
    ('MARKETING_MANAGER', '{HANDOFF}',                    '{READ,EXPORT}',              'ALL'),
    ('MARKETING_MANAGER', '{SLA}',                        '{READ,WRITE,EXPORT}',        'ALL'),
    ('MARKETING_MANAGER', '{IMPORT}',                     '{READ,WRITE,DELETE}',        'ALL'),
    ('MARKETING_MANAGER', '{PIPELINE,MEMBER,WORKSPACE}',  '{READ}',                     'ALL'),

    ('MARKETER',          '{CONTACT,COMPANY}',            '{READ,WRITE}',               'ALL'),
    ('MARKETER',          '{CONTACT,COMPANY}',            '{DELETE,EXPORT}',            'OWN'),
    ('MARKETER',          '{DEAL,PIPELINE,SLA}',          '{READ}',                     'ALL'),
    ('MARKETER',          '{HANDOFF}',                    '{READ}',                     'ALL'),
    ('MARKETER',          '{IMPORT}',                     '{READ,WRITE,DELETE}',        'OWN'),
    ('MARKETER',          '{MEMBER,WORKSPACE}',           '{READ}',                     'ALL'),

    ('SALES_MANAGER',     '{CONTACT,DEAL}',               '{READ,WRITE,DELETE,EXPORT}', 'TEAM'),
    ('SALES_MANAGER',     '{COMPANY}',                    '{READ}',                     'ALL'),
    ('SALES_MANAGER',     '{COMPANY}',                    '{WRITE,DELETE,EXPORT}',      'TEAM'),
    ('SALES_MANAGER',     '{HANDOFF}',                    '{READ,WRITE,EXPORT}',        'TEAM'),
    ('SALES_MANAGER',     '{SLA}',                        '{READ,WRITE,EXPORT}',        'ALL'),
    ('SALES_MANAGER',     '{PIPELINE}',                   '{READ,WRITE,DELETE}',        'ALL'),
    ('SALES_MANAGER',     '{IMPORT}',                     '{READ,WRITE,DELETE}',        'TEAM'),
    ('SALES_MANAGER',     '{MEMBER,WORKSPACE}',           '{READ}',                     'ALL'),

    ('INSIDE_REP',        '{CONTACT,DEAL,HANDOFF}',       '{READ,WRITE}',               'OWN'),
    ('INSIDE_REP',        '{COMPANY}',                    '{READ}',                     'ALL'),
    ('INSIDE_REP',        '{COMPANY}',                    '{WRITE}',                    'OWN'),
    ('INSIDE_REP',        '{IMPORT}',                     '{READ,WRITE,DELETE}',        'OWN'),
    ('INSIDE_REP',        '{PIPELINE,SLA,MEMBER,WORKSPACE}', '{READ}',                     'ALL'),

    ('OUTSIDE_REP',       '{CONTACT,DEAL,HANDOFF}',       '{READ,WRITE}',               'OWN'),
    ('OUTSIDE_REP',       '{COMPANY}',                    '{READ}',                     'ALL'),
    ('OUTSIDE_REP',       '{COMPANY}',                    '{WRITE}',                    'OWN'),
    ('OUTSIDE_REP',       '{IMPORT}',                     '{READ,WRITE,DELETE}',        'OWN'),
    ('OUTSIDE_REP',       '{PIPELINE,SLA,MEMBER,WORKSPACE}', '{READ}',                     'ALL'),

    ('VIEWER',            '{CONTACT,COMPANY,DEAL,PIPELINE,HANDOFF,SLA,MEMBER,WORKSPACE}', '{READ}', 'ALL')
) as grants (role, kinds, actions, reach),
    unnest(kinds::text[]) as kind,
    unnest(actions::text[]) as action;
