-- Everything that was ever written of an enterprise; nothing here is changed.
create table enterprise_version (
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
    primary key (number, version)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
