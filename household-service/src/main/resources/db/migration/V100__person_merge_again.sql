-- A merge that was undone may be made again.
alter table person_merge drop index person_merge_by_merged, add index person_merge_by_merged (merged, id);
