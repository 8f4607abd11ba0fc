-- What an officer decided for single fields, where it is not what he decided for all; person is empty for a field of the household.
create table import_decision (
    import_id bigint      not null,
    household varchar(32) not null,
    person    varchar(32) not null,
    field     varchar(40) not null,
    decision  varchar(20) not null,
    primary key (import_id, household, person, field)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
