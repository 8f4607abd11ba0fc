create table membership_history (
    history_id    bigint not null auto_increment primary key,
    id            bigint not null,
    household_id  bigint not null,
    person_id     bigint not null,
    relation      varchar(16) not null,
    joined_on     date null,
    left_on       date null,
    join_reason   varchar(16) null,
    leave_reason  varchar(16) null,
    valid_from    date not null,
    valid_to      date not null,
    recorded_from datetime(6) not null,
    recorded_to   datetime(6) not null,
    changed_by    varchar(40) not null,
    index membership_history_by_id (id, valid_from),
    index membership_history_by_household (household_id, valid_from),
    index membership_history_by_person (person_id, valid_from)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
