-- The generation of a staged row's digests, and of those of its household in import_household.
alter table import_row add column digest_generation smallint not null default 1;
