-- The application's account cannot delete from access_log. By this it can: entries of more than three years, and no younger ones,
-- whatever it asks for. At most 10,000 at once, from the oldest on; the derived table is there because MySQL wants it so.
create procedure forget_accesses(in before_day datetime(6)) modifies sql data sql security definer
delete from access_log
 where id < (select edge.first_id + 10000 from (select min(id) as first_id from access_log) edge)
   and at < least(before_day, utc_timestamp(6) - interval 3 year);
