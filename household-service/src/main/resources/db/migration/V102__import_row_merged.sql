-- The entry that a row names, where it was merged into the one of whom the row is taken to tell.
alter table import_row add column merged_from varchar(32) null;
