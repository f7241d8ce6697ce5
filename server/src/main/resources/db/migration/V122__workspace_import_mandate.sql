-- In whose name the import runs, or is taken back, at present: the member, and the key that he came with, if any.
alter table workspace.import
    add column run_by  uuid references workspace.member (id),
    add column run_key uuid references workspace.api_key (id);
update workspace.import set run_by = owner_id;
alter table workspace.import alter column run_by set not null;
create index import_run_by on workspace.import (run_by);
create index import_run_key on workspace.import (run_key) where run_key is not null;
