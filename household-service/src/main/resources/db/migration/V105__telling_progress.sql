-- How far a register that is older than its facts has been told; complete when everything was looked at.
create table telling_progress (
    id           tinyint not null primary key,
    household_id bigint  not null,
    complete     boolean not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
