-- Targets by level (BASE, STRETCH), and the exits that were verified (DONE). Append-only: the last line of each counts.
create table annual_task (
    id         bigint       not null auto_increment primary key,
    division   varchar(12)  not null,
    year       smallint     not null,
    level      varchar(8)   not null,
    counties   bigint       null,
    villages   bigint       null,
    people     bigint       null,
    source     varchar(200) not null,
    entered_by varchar(40)  not null,
    entered_at datetime(6)  not null,
    index annual_task_by_year (year, division, level)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
