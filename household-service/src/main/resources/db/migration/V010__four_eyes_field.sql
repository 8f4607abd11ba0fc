create table four_eyes_field (
    field      varchar(40)  not null,
    valid_from date         not null,
    valid_to   date         null,
    source     varchar(120) not null,
    primary key (field, valid_from)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
