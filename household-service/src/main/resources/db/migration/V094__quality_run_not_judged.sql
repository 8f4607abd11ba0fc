-- Rules that a run has left out, because digests of phones could not be compared while their key was being changed.
alter table quality_run add column not_judged varchar(255) not null default '';
