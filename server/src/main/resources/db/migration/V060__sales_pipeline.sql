-- How the workspace sells: pipelines of stages, edited as one. A stage that has gone is archived, for deals passed it.
create table sales.pipeline (
    id uuid primary key default uuidv7(),
    name text not null,
    position int not null default 0,
    version bigint not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

create table sales.stage (
    id uuid primary key default uuidv7(),
    pipeline_id uuid not null references sales.pipeline,
    name text not null,
    -- AFTER_SALES is entered only by winning and is no part of a forecast.
    kind text not null check (kind in ('SELLING', 'AFTER_SALES')),
    position int not null,
    probability smallint not null check (probability between 0 and 100),
    -- A deal that stays longer than this many days is rotting; null: it may stay.
    rotting_days int check (rotting_days > 0),
    archived_at timestamptz,
    created_at timestamptz not null default now(),
    -- lets a deal's foreign key keep its stage within its pipeline
    unique (id, pipeline_id)
);

create index on sales.stage (pipeline_id, position);
create unique index stage_one_after_sales on sales.stage (pipeline_id) where kind = 'AFTER_SALES' and archived_at is null;

with pipeline as (
    insert into sales.pipeline (name) values ('Bán hàng') returning id
)
insert into sales.stage (pipeline_id, name, kind, position, probability, rotting_days)
select pipeline.id, stage.name, stage.kind, stage.position, stage.probability, stage.rotting_days
from pipeline, (values
    ('Tìm kiếm & kết nối', 'SELLING', 1, 10, 14),
    ('Tiếp cận', 'SELLING', 2, 20, 14),
    ('Giới thiệu sản phẩm', 'SELLING', 3, 40, 21),
    ('Báo giá & thuyết phục', 'SELLING', 4, 70, 14),
    ('Thỏa thuận & chốt', 'SELLING', 5, 90, 10),
    ('Chăm sóc sau bán', 'AFTER_SALES', 6, 100, null)
) as stage (name, kind, position, probability, rotting_days);

-- Why deals are lost, and where their contacts should go then (domain rule: bad timing comes back as a lead, a
-- company that never fitted does not).
create table sales.loss_reason (
    code text primary key,
    name text not null,
    recycles_to text not null check (recycles_to in ('LEAD', 'OTHER')),
    position int not null,
    created_at timestamptz not null default now()
);

insert into sales.loss_reason (code, name, recycles_to, position) values
    ('TIMING', 'Chưa đúng thời điểm', 'LEAD', 1),
    ('BUDGET', 'Chưa có ngân sách', 'LEAD', 2),
    ('NO_DECISION', 'Khách không quyết định', 'LEAD', 3),
    ('COMPETITOR', 'Chọn đối thủ', 'LEAD', 4),
    ('NOT_ICP', 'Không hợp hồ sơ khách hàng', 'OTHER', 5),
    ('BAD_DATA', 'Dữ liệu sai', 'OTHER', 6);
