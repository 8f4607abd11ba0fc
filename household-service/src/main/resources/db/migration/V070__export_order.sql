-- What was given out, to whom, and what for. Filters hold codes only, never a name or a number of a person.
create table export_order (
    id          bigint       not null auto_increment primary key,
    number      varchar(32)  not null,
    account     varchar(64)  not null,
    area        varchar(12)  not null,
    format      varchar(20)  not null,
    layout      varchar(20)  not null,
    filter      varchar(1000) not null,
    as_of       date         null,
    data_year   smallint     not null,
    unmasked    boolean      not null,
    purpose     varchar(200) not null,
    created_at  datetime(6)  not null,
    households  int          null,
    finished_at datetime(6)  null,
    unique index export_order_by_number (number),
    index export_order_by_account (account, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
