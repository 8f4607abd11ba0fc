-- Birth dates are folded under a measure of their year of birth, so that a figure of bands of age reads only the years in which a band begins or ends.
insert into figure_fold (level, measure, division, type, cell, reason, effective_day, recorded_day, households, persons)
select level, concat('age-', left(cell, 4)), division, type, cell, reason, effective_day, recorded_day, households, persons
  from figure_fold where measure = 'age';
