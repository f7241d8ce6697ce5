-- The contract between marketing and sales as it is now; every version that was ever agreed lies in sla_version.
create table alignment.sla (
    id uuid primary key,
    version bigint not null default 1,
    name text not null check (name <> ''),
    terms jsonb not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

-- Append-only. A hand-off is measured by the version under which it was offered.
create table alignment.sla_version (
    sla_id uuid not null references alignment.sla,
    version bigint not null,
    name text not null,
    terms jsonb not null,
    agreed_at timestamptz not null,
    actor_id uuid references workspace.member,
    created_at timestamptz not null default now(),
    primary key (sla_id, version)
);

-- The contract that a new workspace starts from; everything in it can be changed.
with agreed as (
    insert into alignment.sla (id, name, terms) values (uuidv7(), 'Cam kết marketing – bán hàng', '{
      "goal": {"revenueTarget": null, "marketingShare": 0.4, "customers": null, "closeRate": null},
      "tiers": [
        {"tier": "A", "name": "Khách chủ động hỏi", "touchWithin": {"minutes": 15}, "acceptWithin": {"days": 1}},
        {"tier": "B", "name": "Đủ điều kiện tiếp thị", "touchWithin": {"minutes": 240}, "acceptWithin": {"days": 1}},
        {"tier": "C", "name": "Quan tâm nhẹ", "touchWithin": {"days": 1}, "acceptWithin": {"days": 1}}
      ],
      "leadTypes": [
        {"code": "DEMO", "name": "Yêu cầu demo, báo giá", "tier": "A", "closeRate": 0.20,
         "averageSale": {"amount": "50000000", "currency": "VND"},
         "sources": ["demo", "báo giá", "hỏi giá", "hotline", "form liên hệ", "quote", "contact form"]},
        {"code": "WEBINAR", "name": "Hội thảo", "tier": "B", "closeRate": 0.05,
         "averageSale": {"amount": "40000000", "currency": "VND"},
         "sources": ["webinar", "hội thảo", "sự kiện", "event"]},
        {"code": "EBOOK", "name": "Tải tài liệu", "tier": "C", "closeRate": 0.01,
         "averageSale": {"amount": "40000000", "currency": "VND"},
         "sources": ["ebook", "tài liệu", "newsletter", "bản tin"]},
        {"code": "OTHER", "name": "Khác", "tier": "B", "closeRate": 0.05,
         "averageSale": {"amount": "40000000", "currency": "VND"},
         "sources": []}
      ],
      "rejectionReasons": [
        {"code": "BAD_CONTACT", "name": "Sai thông tin liên hệ", "deducts": true, "reroutes": false},
        {"code": "DUPLICATE", "name": "Trùng", "deducts": true, "reroutes": false},
        {"code": "NOT_ICP", "name": "Không hợp hồ sơ khách hàng", "deducts": true, "reroutes": false},
        {"code": "NOT_A_BUYER", "name": "Đối thủ, sinh viên, nhà cung cấp", "deducts": true, "reroutes": false},
        {"code": "NO_CONSENT", "name": "Không đồng ý được liên hệ", "deducts": true, "reroutes": false},
        {"code": "ALREADY_WORKED", "name": "Sales đang làm việc rồi", "deducts": true, "reroutes": false},
        {"code": "WRONG_TERRITORY", "name": "Sai địa bàn", "deducts": false, "reroutes": true}
      ],
      "remindAt": 0.8,
      "disputeWithinDays": 2,
      "countOnceInDays": 180
    }')
    returning id, version, name, terms, created_at
)
insert into alignment.sla_version (sla_id, version, name, terms, agreed_at)
select id, version, name, terms, created_at from agreed;
