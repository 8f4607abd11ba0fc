create table effect (
    name       varchar(64) not null primary key,
    generation int         not null,
    version    bigint      not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
