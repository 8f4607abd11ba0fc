-- Who was asked to mend what, and by whom; counted for each thing and each person asked.
create table finding_asking (
    id           bigint       not null auto_increment primary key,
    finding_id   bigint       not null,
    rule         varchar(60)  not null,
    household_id bigint       not null,
    person_key   bigint       not null,
    field        varchar(60)  not null,
    account      varchar(40)  not null,
    asked_by     varchar(40)  not null,
    asked_at     datetime(6)  not null,
    index finding_asking_by_thing (household_id, person_key, field, rule, account)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
