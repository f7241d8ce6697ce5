-- Files that people hand in. Their content lies in the file store under its key.
create table workspace.stored_file (
    id           uuid        primary key,
    key          text        not null unique,
    name         text        not null,
    size         bigint      not null,
    sha256       bytea       not null,
    owner_id     uuid        not null,
    team_id      uuid        not null,
    created_at   timestamptz not null,
    delete_after timestamptz not null,
    foreign key (owner_id, team_id) references workspace.member (id, team_id) on update cascade
);
create index stored_file_delete_after on workspace.stored_file (delete_after);
create index stored_file_owner on workspace.stored_file (owner_id, team_id);

create table workspace.import (
    id           uuid        primary key,
    object       text        not null,
    status       text        not null check (status in ('RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'UNDONE')),
    file_id      uuid        references workspace.stored_file (id) on delete set null,
    file_name    text        not null,
    encoding     text        not null,
    separator    text        not null,
    header       boolean     not null,
    plan         jsonb       not null,
    duplicates   text        not null,
    history      boolean     not null,
    dry_run      boolean     not null,
    rows         bigint      not null,
    -- number of the last row whose outcome is committed: a restart goes on after it
    done_through bigint      not null default 0,
    created      bigint      not null default 0,
    updated      bigint      not null default 0,
    skipped      bigint      not null default 0,
    failed       bigint      not null default 0,
    -- while it is undone: rows from here on are taken back
    undone_from  bigint,
    kept         bigint      not null default 0,
    error        text,
    owner_id     uuid        not null,
    team_id      uuid        not null,
    created_at   timestamptz not null,
    finished_at  timestamptz,
    updated_at   timestamptz not null,
    version      bigint      not null default 1,
    foreign key (owner_id, team_id) references workspace.member (id, team_id) on update cascade
);
create index import_owner on workspace.import (owner_id, created_at desc, id desc);
create index import_team on workspace.import (team_id, created_at desc, id desc);
create index import_created on workspace.import (created_at desc, id desc);
create index import_file on workspace.import (file_id);

-- How each row ended. No foreign key: a check per row would cost a million-row import more than the rows themselves;
-- rows come and go with their import, in one place of the code.
create table workspace.import_row (
    import_id uuid   not null,
    row_no    bigint not null,
    outcome   text   not null check (outcome in ('CREATED', 'UPDATED', 'SKIPPED', 'FAILED')),
    record_id uuid,
    -- [{field, code, args}]
    reason    jsonb,
    before    jsonb,
    after     jsonb,
    primary key (import_id, row_no)
);
