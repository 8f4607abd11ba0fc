-- What codes of the national lists mean to the figures: who is in the poor stock, and why somebody came or went.
create table figure_code (
    list       varchar(40)  not null,
    code       varchar(16)  not null,
    meaning    varchar(20)  not null,
    valid_from date         not null,
    valid_to   date         null,
    source     varchar(200) not null,
    primary key (list, code, valid_from)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
