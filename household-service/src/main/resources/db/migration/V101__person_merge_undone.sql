-- Merges that two officers have taken back. Append-only.
create table person_merge_undone (
    merge_id    bigint       not null primary key,
    undone_at   datetime(6)  not null,
    entered_by  varchar(40)  not null,
    approved_by varchar(40)  not null,
    reason      varchar(400) not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
