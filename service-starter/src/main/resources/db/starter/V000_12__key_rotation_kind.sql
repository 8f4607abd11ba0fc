alter table key_rotation add column kind varchar(10) not null default 'FIELDS';
