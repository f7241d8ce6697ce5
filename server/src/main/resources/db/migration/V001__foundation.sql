-- One schema per module (docs/architecture.md); modules that are not built yet have theirs already.
create schema workspace;
create schema contacts;
create schema messaging;
create schema work;
create schema catalog;
create schema people;
create schema marketing;
create schema sales;
create schema commerce;
create schema care;
create schema alignment;
create schema automation;
create schema insight;

create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gin with schema public;

-- What a search compares: no case, no accents, đ as d. unaccent is only STABLE because its dictionary could be
-- replaced; ours is fixed by name, so the result may be stored and indexed.
create function public.fold(t text) returns text language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, normalize(t, NFC)));
