-- fields: what the file speaks of, by the names of the API. decision: what becomes of what contradicts the register.
alter table import_job
    add column fields           varchar(4000) null,
    add column conflicting_rows int           not null default 0,
    add column newer_rows       int           not null default 0,
    add column decision         varchar(20)   null;
