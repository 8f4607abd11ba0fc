-- What was last told of a household: how often, where it lay then, a digest of what was said. told_by marks the rows of one telling.
create table told_household (
    household_id bigint   not null primary key,
    version      bigint   not null,
    village      char(12) not null,
    left_village char(12) null,
    state        char(32) not null,
    told_by      bigint   not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
