insert into figure_progress (id, done_household) values (1, 0);
