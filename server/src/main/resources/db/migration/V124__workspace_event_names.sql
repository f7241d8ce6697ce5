-- Events have names of their own, which do not change when a class is renamed.
create temporary table event_name (was text, is_now text) on commit drop;
insert into event_name values
    ('DealOpened', 'sales.deal-opened'),
    ('DealMoved', 'sales.deal-moved'),
    ('DealWon', 'sales.deal-won'),
    ('DealLost', 'sales.deal-lost'),
    ('DealReopened', 'sales.deal-reopened'),
    ('LifecycleStageChanged', 'contacts.lifecycle-stage-changed'),
    ('TouchLogged', 'contacts.touch-logged'),
    ('RecordsImported', 'workspace.records-imported');
update workspace.event set type = is_now from event_name where type = was;
update workspace.event_failure set type = is_now from event_name where type = was;

-- A consumer is given the events of the types that it wants, each from its place on.
alter table workspace.event drop constraint event_pkey, add primary key (type, xid, id);
