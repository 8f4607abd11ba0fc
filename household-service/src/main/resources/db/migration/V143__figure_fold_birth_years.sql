-- Whole years of birth take the place of the dates.
insert into figure_fold (level, measure, division, type, cell, reason, effective_day, recorded_day, households, persons)
select level, measure, division, type, left(cell, 4), reason, effective_day, recorded_day, sum(households), sum(persons)
  from figure_fold where measure = 'age'
 group by level, measure, division, type, left(cell, 4), reason, effective_day, recorded_day;
