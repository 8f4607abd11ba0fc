-- A register that is older than its figures has to be filled in first; an empty one is ready.
insert into figure_state (id, mode, to_household, changed_at)
select 1, if(exists (select 1 from household), 'WANTED', 'READY'), 0, '2014-01-01 00:00:00';
