-- The generation of digests that a file was staged under: while there is no later one, nobody has to look at its rows.
alter table import_job add column digest_generation smallint not null default 1;
