-- Which person's number lives on under which other one. Append-only.
create table person_merge (
    id             bigint       not null auto_increment primary key,
    merged         varchar(32)  not null,
    kept           varchar(32)  not null,
    merged_village char(12)     not null,
    kept_village   char(12)     not null,
    effective_on   date         not null,
    merged_at      datetime(6)  not null,
    entered_by     varchar(40)  not null,
    approved_by    varchar(40)  not null,
    reason         varchar(400) not null,
    unique index person_merge_by_merged (merged),
    index person_merge_by_kept (kept)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
