insert into telling_progress (id, household_id, complete) values (1, 0, false);
