-- Opening hours are never rewritten for the past: a change is valid from a date, and deadlines before it stay as they were.
create table workspace.business_hours (
    valid_from date        primary key,
    zone       text        not null,
    week       jsonb       not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version    bigint      not null default 1
);

insert into workspace.business_hours (valid_from, zone, week)
select '2000-01-01', 'Asia/Ho_Chi_Minh', jsonb_object_agg(day, shifts)
from unnest(array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY']) as day,
     (values ('[{"from": "08:00", "to": "12:00"}, {"from": "13:00", "to": "17:00"}]'::jsonb)) as office (shifts);

-- Days that break the week's rule. One that is not observed is known but not kept: the state's swaps of working days
-- bind public offices; a company takes part or not.
create table workspace.calendar_day (
    date        date        primary key,
    kind        text        not null check (kind in ('HOLIDAY', 'WORKDAY')),
    name        text        not null check (name <> ''),
    -- ISO weekday (Monday is 1) whose hours a swapped-in working day has
    hours_of    smallint    check (hours_of between 1 and 7),
    observed    boolean     not null default true,
    -- derived from law and lunar calendar before the state announced it
    provisional boolean     not null default false,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    version     bigint      not null default 1,
    check ((kind = 'WORKDAY') = (hours_of is not null))
);

insert into workspace.calendar_day (date, kind, name) values
    ('2026-01-01', 'HOLIDAY', 'Tết Dương lịch'),
    ('2026-02-16', 'HOLIDAY', 'Tết Nguyên đán'),
    ('2026-02-17', 'HOLIDAY', 'Tết Nguyên đán'),
    ('2026-02-18', 'HOLIDAY', 'Tết Nguyên đán'),
    ('2026-02-19', 'HOLIDAY', 'Tết Nguyên đán'),
    ('2026-02-20', 'HOLIDAY', 'Tết Nguyên đán'),
    ('2026-04-26', 'HOLIDAY', 'Giỗ Tổ Hùng Vương'),
    ('2026-04-27', 'HOLIDAY', 'Nghỉ bù Giỗ Tổ Hùng Vương'),
    ('2026-04-30', 'HOLIDAY', 'Ngày Chiến thắng'),
    ('2026-05-01', 'HOLIDAY', 'Ngày Quốc tế Lao động'),
    ('2026-09-01', 'HOLIDAY', 'Quốc khánh'),
    ('2026-09-02', 'HOLIDAY', 'Quốc khánh'),
    ('2026-11-24', 'HOLIDAY', 'Ngày Văn hóa Việt Nam');

insert into workspace.calendar_day (date, kind, name, hours_of, observed) values
    ('2026-01-02', 'HOLIDAY', 'Nghỉ hoán đổi Tết Dương lịch (cơ quan nhà nước)', null, false),
    ('2026-01-10', 'WORKDAY', 'Làm bù Tết Dương lịch (cơ quan nhà nước)', 5, false);

insert into workspace.calendar_day (date, kind, name, provisional) values
    ('2027-01-01', 'HOLIDAY', 'Tết Dương lịch', true),
    ('2027-02-05', 'HOLIDAY', 'Tết Nguyên đán', true),
    ('2027-02-06', 'HOLIDAY', 'Tết Nguyên đán', true),
    ('2027-02-07', 'HOLIDAY', 'Tết Nguyên đán', true),
    ('2027-02-08', 'HOLIDAY', 'Tết Nguyên đán', true),
    ('2027-02-09', 'HOLIDAY', 'Tết Nguyên đán', true),
    ('2027-02-10', 'HOLIDAY', 'Nghỉ bù Tết Nguyên đán', true),
    ('2027-02-11', 'HOLIDAY', 'Nghỉ bù Tết Nguyên đán', true),
    ('2027-04-16', 'HOLIDAY', 'Giỗ Tổ Hùng Vương', true),
    ('2027-04-30', 'HOLIDAY', 'Ngày Chiến thắng', true),
    ('2027-05-01', 'HOLIDAY', 'Ngày Quốc tế Lao động', true),
    ('2027-05-03', 'HOLIDAY', 'Nghỉ bù Ngày Quốc tế Lao động', true),
    ('2027-09-02', 'HOLIDAY', 'Quốc khánh', true),
    ('2027-09-03', 'HOLIDAY', 'Quốc khánh', true),
    ('2027-11-24', 'HOLIDAY', 'Ngày Văn hóa Việt Nam', true);
