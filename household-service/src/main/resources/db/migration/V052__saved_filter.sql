create table saved_filter (
    id         bigint not null auto_increment primary key,
    number     varchar(32) not null,
    account    varchar(40) not null,
    name       varchar(60) not null,
    area       varchar(12) not null,
    shared     boolean not null,
    filter     varchar(2000) not null,
    version    int not null default 0,
    created_at datetime(6) not null,
    changed_at datetime(6) not null,
    unique index saved_filter_by_number (number),
    unique index saved_filter_by_name (account, name),
    index saved_filter_by_area (shared, area, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
