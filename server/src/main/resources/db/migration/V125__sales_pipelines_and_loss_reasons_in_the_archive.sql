-- A pipeline that is archived takes no deals any more; those that went through it keep it.
alter table sales.pipeline add column archived_at timestamptz;

-- From 1, as they are offered.
update sales.pipeline p set position = placed.place
from (select id, row_number() over (order by position, id) as place from sales.pipeline) placed
where placed.id = p.id;

-- The company edits why it loses deals. One that is archived is given to no deal any more, and stays with those that
-- have it; they name it by its code, which never changes.
alter table sales.loss_reason
    add column id uuid not null default uuidv7() unique,
    add column version bigint not null default 1,
    add column archived_at timestamptz,
    add column updated_at timestamptz not null default now();
create unique index loss_reason_name on sales.loss_reason (public.fold(name));
