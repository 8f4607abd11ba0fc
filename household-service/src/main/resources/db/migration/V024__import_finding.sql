-- Why a row is not in. The arguments of the message hold no personal value.
create table import_finding (
    import_id        bigint       not null,
    row_no           int          not null,
    code             varchar(40)  not null,
    field            varchar(40)  not null,
    household_seq    int          not null,
    household_number varchar(32)  null,
    arguments        varchar(255) not null,
    primary key (import_id, row_no, code, field)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
