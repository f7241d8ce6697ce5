-- Where people come from: one word for each source, and what else it is called. The company edits the list as a whole,
-- so it has one version. What is not in it may be written all the same.
create table contacts.source (
    position int primary key,
    name text not null check (name <> ''),
    aliases text[] not null default '{}'
);
create unique index source_name on contacts.source (public.fold(name));

create table contacts.source_list (
    one boolean primary key default true check (one),
    version bigint not null default 1,
    updated_at timestamptz not null default now()
);
insert into contacts.source_list default values;

insert into contacts.source (position, name, aliases)
values (1, 'Website', '{web,site,trang web,landing page}'),
       (2, 'Facebook', '{fb,facebook ads,fanpage}'),
       (3, 'Zalo', '{zalo oa,zalo ads}'),
       (4, 'Google', '{google ads,adwords,google search,seo}'),
       (5, 'Email', '{e-mail,newsletter,email marketing}'),
       (6, 'Giới thiệu', '{referral,người quen,khách giới thiệu}'),
       (7, 'Sự kiện', '{event,hội thảo}'),
       (8, 'Hội chợ', '{expo,trade show,triển lãm}'),
       (9, 'Điện thoại', '{phone,hotline,gọi đến}'),
       (10, 'Đối tác', '{partner,đại lý}');
