create table enterprise (
    id             bigint not null auto_increment primary key,
    number         varchar(32) not null,
    division       char(12) not null,
    version        int not null,
    closed_on      date null,
    closing_reason varchar(200) null,
    changed_at     datetime(6) not null,
    changed_by     varchar(40) not null,
    name           varchar(100) not null,
    kind           varchar(20) not null,
    level          varchar(20) null,
    unique index enterprise_by_number (number),
    index enterprise_by_division (division, number),
    index enterprise_by_kind (kind, division, number),
    index enterprise_by_level (level, division, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
