-- One row: the last household of a back-fill that is in the figures.
create table figure_progress (
    id             tinyint not null primary key,
    done_household bigint  not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
