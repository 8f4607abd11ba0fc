-- One row: the generation of digests that is written, and the oldest one that may still stand in a table.
create table digest_generation (
    id      tinyint  not null primary key,
    written smallint not null,
    oldest  smallint not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
