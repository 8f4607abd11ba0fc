-- The generation of a household's digests, and of those in the history of that household.
alter table household add column digest_generation smallint not null default 1;
