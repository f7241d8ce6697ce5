-- A ruling settles a dispute. While its contact is in the bin, a hand-off waits for nobody and its value is not delivered.
alter table alignment.handoff
    add ruled boolean not null default false,
    add deleted boolean not null default false;

update alignment.handoff h
set ruled = true
where exists (select from alignment.handoff_step s
              where s.handoff_id = h.id and s.kind in ('UPHELD', 'OVERTURNED'));

-- The clocks withdraw at their next look what still waits.
update alignment.handoff h
set deleted = true,
    next_at = case when h.status in ('OFFERED', 'ACCEPTED', 'TOUCHED') then now() else h.next_at end
from contacts.contact c
where c.id = h.contact_id and c.deleted_at is not null;
