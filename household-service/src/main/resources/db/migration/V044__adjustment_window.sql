-- The windows of the yearly dynamic adjustment, from opens_on to closes_on, both included.
create table adjustment_window (
    id         bigint       not null auto_increment primary key,
    number     varchar(32)  not null,
    year       smallint     not null,
    area       varchar(12)  not null,
    matters    varchar(400) not null,
    opens_on   date         not null,
    closes_on  date         not null,
    source     varchar(200) not null,
    entered_by varchar(40)  not null,
    entered_at datetime(6)  not null,
    changed_by varchar(40)  null,
    unique index adjustment_window_by_number (number),
    index adjustment_window_by_area (area, year, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
