-- Which instance asks for the pages of a source, and until when it does so unless it stores one.
alter table feed_cursor add column reader varchar(36) null, add column reader_until datetime(6) null;
