-- Under which key match keys were told; another one makes the job go through all households once more.
alter table telling_progress add column match_key varchar(40) null;
