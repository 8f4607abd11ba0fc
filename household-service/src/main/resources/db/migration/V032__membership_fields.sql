alter table membership
    add column join_reason   varchar(16) null,
    add column leave_reason  varchar(16) null,
    add column valid_from date not null default '2014-01-01',
    add column recorded_from datetime(6) not null default '2014-01-01 00:00:00';
