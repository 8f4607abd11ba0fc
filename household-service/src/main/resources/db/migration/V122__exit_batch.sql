-- Batches of exits as they were reported: append-only.
create table exit_batch (
    id            bigint        not null auto_increment primary key,
    number        varchar(32)   not null,
    division      varchar(12)   not null,
    year          smallint      not null,
    households    int           not null,
    persons       int           not null,
    reported_rate decimal(7, 4) null,
    numerator     bigint        null,
    denominator   bigint        null,
    source        varchar(200)  not null,
    entered_by    varchar(40)   not null,
    entered_at    datetime(6)   not null,
    unique index exit_batch_by_number (number),
    index exit_batch_by_year (year, division)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
