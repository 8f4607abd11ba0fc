-- The same of a person.
create table told_person (
    person_id    bigint   not null primary key,
    version      bigint   not null,
    village      char(12) not null,
    left_village char(12) null,
    state        char(32) not null,
    told_by      bigint   not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
