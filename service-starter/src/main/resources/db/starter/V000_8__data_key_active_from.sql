alter table data_key add column active_from datetime(6) not null default '2000-01-01 00:00:00';
