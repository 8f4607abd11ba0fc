-- Why a row is not in, or, where it does not refuse the row, what the rules warn of.
alter table import_finding
    add column refuses boolean not null default true;
