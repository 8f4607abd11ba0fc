-- What needs an open window where a division has windows at all; births, deaths, marriages and moves are continuous.
create table window_matter (
    matter     varchar(60)  not null,
    valid_from date         not null,
    valid_to   date         null,
    source     varchar(200) not null,
    primary key (matter, valid_from)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
