create table code_list_entry (
    list       varchar(40) not null,
    code       varchar(16) not null,
    name       varchar(60) not null,
    valid_from date        not null,
    valid_to   date        null,
    source     varchar(80) not null,
    position   int         not null,
    primary key (list, code, valid_from),
    index code_list_entry_by_name (list, name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
