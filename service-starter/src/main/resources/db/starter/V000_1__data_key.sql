create table data_key (
    id         int            not null auto_increment primary key,
    purpose    varchar(40)    not null,
    generation int            not null,
    algorithm  varchar(20)    not null,
    master_key varchar(40)    not null,
    wrapped    varbinary(255) not null,
    created_at datetime(6)    not null,
    unique key one_key_per_generation (purpose, generation)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
