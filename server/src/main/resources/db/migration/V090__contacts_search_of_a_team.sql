-- With the team, for a team's lead would otherwise read everybody whose name has a frequent syllable.
drop index contacts.contact_folded;
create index contact_folded on contacts.contact using gin (folded gin_trgm_ops, team_id) where deleted_at is null;
