-- What a rule across households has found, until it is compared with the findings; empty when no run works.
create table quality_across (
    run_id       bigint       not null,
    rule         varchar(60)  not null,
    household_id bigint       not null,
    person_key   bigint       not null,
    village      char(12)     not null,
    household    varchar(32)  not null,
    person       varchar(32)  null,
    arguments    varchar(400) not null,
    primary key (run_id, rule, household_id, person_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
