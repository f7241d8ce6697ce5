-- Whoever came from a source of the list before there was one goes by its name from now on, as after every change of it.
create temporary table known on commit drop as
select public.fold(word) as word, name
from contacts.source, unnest(aliases || name) as word;

update contacts.contact set source_channel = known.name
from known
where source_channel is not null and public.fold(source_channel) = known.word and source_channel <> known.name;

update alignment.handoff set source_channel = known.name
from known
where source_channel is not null and public.fold(source_channel) = known.word and source_channel <> known.name;
