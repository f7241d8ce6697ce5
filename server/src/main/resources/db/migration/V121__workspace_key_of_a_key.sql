-- The key by which a key was made: it goes with that one.
alter table workspace.api_key add column parent_id uuid references workspace.api_key (id);
create index api_key_parent on workspace.api_key (parent_id) where parent_id is not null;
