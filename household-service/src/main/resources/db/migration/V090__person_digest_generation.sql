-- The generation of a person's digests, and of those in the history of that person.
alter table person add column digest_generation smallint not null default 1;
