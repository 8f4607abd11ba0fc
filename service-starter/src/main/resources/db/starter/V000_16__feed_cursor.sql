-- How far this service has read the feeds of others. A new generation begins when a feed is read from zero again.
create table feed_cursor (
    source       varchar(40)  not null primary key,
    generation   int          not null,
    mark         varchar(200) null,
    epoch        varchar(26)  null,
    position     bigint       not null,
    head         bigint       not null,
    replaying    boolean      not null,
    last_read_at datetime(6)  null,
    last_error   varchar(300) null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
