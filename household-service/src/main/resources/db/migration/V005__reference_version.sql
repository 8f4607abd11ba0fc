-- What is kept in memory is read again when the number here has grown.
create table reference_version (
    topic     varchar(40) not null primary key,
    version   bigint      not null,
    loaded_at datetime(6) not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
