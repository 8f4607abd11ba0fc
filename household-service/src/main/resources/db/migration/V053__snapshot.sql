-- A frozen year: the register of a county as it held at the end of a year and was known when the snapshot was ordered.
create table snapshot (
    id            bigint not null auto_increment primary key,
    number        varchar(32) not null,
    area          char(6) not null,
    year          smallint not null,
    as_of         date not null,
    known_at      datetime(6) not null,
    state         varchar(16) not null,
    after_village char(12) not null,
    households    int not null default 0,
    persons       int not null default 0,
    ordered_by    varchar(40) not null,
    ordered_at    datetime(6) not null,
    finished_at   datetime(6) null,
    version       int not null default 0,
    unique index snapshot_by_number (number),
    unique index snapshot_by_year (year, area),
    index snapshot_by_area (area, year)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
