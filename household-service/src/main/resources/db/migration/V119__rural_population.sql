-- Denominators, as somebody published them. Append-only: the last edition counts.
create table rural_population (
    division   varchar(12)  not null,
    year       smallint     not null,
    edition    int          not null,
    persons    bigint       not null,
    source     varchar(200) not null,
    entered_by varchar(40)  not null,
    entered_at datetime(6)  not null,
    primary key (division, year, edition)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
