-- county: the first six digits of the area, so that the newest entries of one county lie together.
create table access_log (
    id         bigint       not null auto_increment primary key,
    at         datetime(6)  not null,
    account    varchar(64)  not null,
    kind       varchar(10)  not null,
    acting_for varchar(64)  null,
    request_id varchar(64)  null,
    address    varchar(45)  null,
    opened     varchar(40)  not null,
    subject    varchar(64)  null,
    area       varchar(12)  not null,
    county     varchar(6)   not null,
    purpose    varchar(200) null,
    records    int          not null,
    key by_county (county, id),
    key by_subject (subject, id),
    key by_account (account, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
