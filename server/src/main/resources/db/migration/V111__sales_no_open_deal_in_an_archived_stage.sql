-- Open deals that came back into a stage that was archived meanwhile begin their pipelines anew.
with lost as (
    select d.id, d.stage_id as stood,
           (select f.id from sales.stage f
            where f.pipeline_id = d.pipeline_id and f.archived_at is null and f.kind = 'SELLING'
            order by f.position limit 1) as first
    from sales.deal d join sales.stage s on s.id = d.stage_id
    where d.status = 'OPEN' and d.deleted_at is null and s.archived_at is not null),
moved as (
    update sales.deal d set stage_id = l.first, stage_since = now(), updated_at = now(), version = d.version + 1
    from lost l where d.id = l.id and l.first is not null
    returning d.id, l.stood, l.first)
insert into sales.deal_move (deal_id, kind, from_stage_id, to_stage_id, at, via)
select id, 'MOVED', stood, first, now(), 'SYSTEM' from moved;
