-- A code may stand for different places in different years, hence the day in the key.
create table division (
    code       char(12)     not null,
    name       varchar(120) not null,
    short_name varchar(120) not null,
    level      varchar(10)  not null,
    parent     char(12)     null,
    valid_from date         not null,
    valid_to   date         null,
    successor  char(12)     null,
    primary key (code, valid_from),
    index division_by_parent (parent, short_name),
    index division_by_level (level, short_name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
