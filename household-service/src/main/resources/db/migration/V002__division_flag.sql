create table division_flag (
    code       char(12)     not null,
    flag       varchar(40)  not null,
    valid_from date         not null,
    valid_to   date         null,
    source     varchar(120) not null,
    primary key (code, flag, valid_from)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
