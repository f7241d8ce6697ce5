-- What those are who stand beside the ladder of the lifecycle (OTHER); a list that the company edits. One that is
-- archived is given to nobody any more, and stays with whoever has it.
create table contacts.other_kind (
    id uuid primary key default uuidv7(),
    version bigint not null default 1,
    name text collate "vi-x-icu" not null check (name <> ''),
    -- by which the product finds one that it gives by itself, however it is called
    code text unique,
    position int not null,
    archived_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create unique index other_kind_name on contacts.other_kind (public.fold(name));

insert into contacts.other_kind (name, code, position)
values ('Đối tác', 'PARTNER', 1),
       ('Nhà cung cấp', 'SUPPLIER', 2),
       ('Nhân viên', 'STAFF', 3),
       ('Báo chí', 'PRESS', 4),
       ('Không phù hợp', 'NOT_FIT', 5);

-- Null: nobody has said which. Only who stands in OTHER is of a kind.
alter table contacts.contact add column other_kind_id uuid references contacts.other_kind,
    add constraint contact_other_kind_of_other check (other_kind_id is null or lifecycle_stage = 'OTHER');
alter table contacts.company add column other_kind_id uuid references contacts.other_kind,
    add constraint company_other_kind_of_other check (other_kind_id is null or lifecycle_stage = 'OTHER');
alter table contacts.lifecycle_change add column other_kind_id uuid references contacts.other_kind;
create index contact_other_kind on contacts.contact (other_kind_id) where other_kind_id is not null;
create index company_other_kind on contacts.company (other_kind_id) where other_kind_id is not null;
