-- One row. While a back-fill runs, the households up to to_household are in the figures only as far as figure_progress says.
create table figure_state (
    id           tinyint     not null primary key,
    mode         varchar(16) not null,
    to_household bigint      not null,
    changed_at   datetime(6) not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
