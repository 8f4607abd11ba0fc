-- The life of households and persons: what happened, when it took effect, when it was recorded. Append-only; values are in the history.
create table register_event (
    id              bigint not null auto_increment primary key,
    number          varchar(32) not null,
    action          varchar(40) not null,
    effective_on    date not null,
    recorded_at     datetime(6) not null,
    household       varchar(32) not null,
    village         char(12) not null,
    person          varchar(32) null,
    other_household varchar(32) null,
    other_village   char(12) null,
    change_number   varchar(32) null,
    import_number   varchar(32) null,
    fields          varchar(1000) null,
    reason          varchar(400) null,
    evidence        varchar(400) null,
    entered_by      varchar(40) not null,
    approved_by     varchar(40) null,
    index register_event_by_household (household, effective_on, id),
    index register_event_by_other (other_household, effective_on, id),
    index register_event_by_person (person, effective_on, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
