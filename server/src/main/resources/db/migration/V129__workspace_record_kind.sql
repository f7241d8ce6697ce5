-- The kinds of record that the company has met. What roles may do with a new one, its module proposes.
create table workspace.record_kind (
    name text primary key
);

-- A company that is there already has decided; one that is still to be set up gets what the modules propose today.
delete from workspace.role_permission
where not exists (select from workspace.member);

insert into workspace.record_kind (name)
select distinct kind from workspace.role_permission;

-- What is seldom changed drowned among the records of every day; a kind that comes later is seldom until it is named here.
drop index workspace.audit_entry_seldom;
create index audit_entry_seldom on workspace.audit_entry (kind, at, id)
    where kind not in ('CONTACT', 'COMPANY', 'DEAL', 'HANDOFF');
