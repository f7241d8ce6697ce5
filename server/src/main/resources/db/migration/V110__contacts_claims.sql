-- Holds keys by which records are found again until the transaction ends, in the order in which they are given: sorted,
-- by everybody. Of very many all are held at once, for each lock takes a place in a table that has only thousands; so
-- whoever holds one key holds all_of_them too, together with others.
create function contacts.hold(all_of_them text, keys text[]) returns void language plpgsql volatile as
$$
begin
    if cardinality(keys) > 500 then
        perform pg_advisory_xact_lock(hashtextextended(all_of_them, 1));
    else
        perform case each.n when 1 then pg_advisory_xact_lock_shared(hashtextextended(all_of_them, 1))
                            else pg_advisory_xact_lock(hashtextextended(each.key, 0)) end
        from unnest('{""}'::text[] || keys) with ordinality as each (key, n);
    end if;
end
$$;

-- The living contacts that have one of these e-mail addresses or phone numbers, for whoever creates one with them.
create or replace function contacts.claim(identities text[])
    returns table (id uuid, emails text[], phones text[], owner_id uuid, team_id uuid) language plpgsql volatile as
$$
begin
    perform case each.n when 1 then pg_advisory_xact_lock_shared(hashtextextended('contact', 1))
                        else pg_advisory_xact_lock(hashtextextended(each.key, 0)) end
    from unnest('{""}'::text[] || identities) with ordinality as each (key, n);
    return query select c.id, c.emails, c.phones, c.owner_id, c.team_id
                 from contacts.contact c
                 where (c.emails || c.phones) && identities and c.deleted_at is null
                 order by c.id;
end
$$;

-- As contacts.claim, the living companies of this tax code or domain. The keys are those of the import; by the name only
-- an import finds a company again, so it is held and not looked for.
create function contacts.claim_company(keys text[], wanted_tax_code text, wanted_domain text)
    returns table (id uuid, tax_code text, domain text, owner_id uuid, team_id uuid) language plpgsql volatile as
$$
begin
    perform contacts.hold('company', keys);
    return query select c.id, c.tax_code, c.domain, c.owner_id, c.team_id
                 from contacts.company c
                 where (c.tax_code = wanted_tax_code or c.domain = wanted_domain) and c.deleted_at is null
                 order by c.id;
end
$$;
