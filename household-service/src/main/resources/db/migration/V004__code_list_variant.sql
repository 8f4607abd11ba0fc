create table code_list_variant (
    list    varchar(40) not null,
    variant varchar(60) not null,
    code    varchar(16) not null,
    source  varchar(80) not null,
    primary key (list, variant)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
