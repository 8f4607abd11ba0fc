create table figure_age_band (
    code       varchar(8)   not null,
    from_age   smallint     not null,
    to_age     smallint     null,
    valid_from date         not null,
    valid_to   date         null,
    source     varchar(200) not null,
    primary key (code, valid_from)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
