create table audit_seal (
    number    bigint      not null primary key,
    at        datetime(6) not null,
    high_id   bigint      not null,
    entries   int         not null,
    members   mediumtext  not null,
    open_gaps mediumtext  not null,
    previous  binary(32)  not null,
    prints    mediumblob  not null,
    digest    binary(32)  not null,
    signature binary(32)  not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
