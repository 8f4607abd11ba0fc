-- Findings that refuse nothing.
alter table import_job
    add column warnings int not null default 0;
