-- What a company wants to know beside our own fields. The values lie in the column "custom" of each kind's table.
create table workspace.custom_field (
    id         uuid primary key,
    kind       text not null,
    key        text not null check (key ~ '^[a-z][a-zA-Z0-9_]{0,39}$'),
    type       text not null check (type in ('TEXT', 'NUMBER', 'DATE', 'FLAG', 'CHOICE', 'LIST')),
    label_vi   text not null check (label_vi <> ''),
    label_en   text not null check (label_en <> ''),
    choices    text[] not null default '{}',
    position   integer not null,
    archived   boolean not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version    bigint not null default 1,
    unique (kind, key)
);

-- A list as somebody wants to see it again: its filter, order and columns.
create table workspace.saved_view (
    id         uuid primary key,
    kind       text not null,
    name       text not null check (name <> ''),
    filter     jsonb,
    sort       text,
    columns    text[] not null default '{}',
    shared     text not null check (shared in ('PRIVATE', 'TEAM', 'ALL')),
    owner_id   uuid not null,
    team_id    uuid not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version    bigint not null default 1,
    foreign key (owner_id, team_id) references workspace.member (id, team_id) on update cascade
);
create index saved_view_owner on workspace.saved_view (owner_id, team_id, kind);
create index saved_view_shared on workspace.saved_view (kind, shared, team_id);

-- What a member is told: kept as a message key and its arguments, put into words in the reader's language.
create table workspace.notice (
    id         uuid primary key,
    member_id  uuid not null references workspace.member (id),
    kind       text not null,
    args       jsonb not null,
    path       text not null,
    created_at timestamptz not null,
    read_at    timestamptz
);
create index notice_member on workspace.notice (member_id, created_at desc, id desc);
create index notice_unread on workspace.notice (member_id) where read_at is null;
create index notice_age on workspace.notice (created_at);
