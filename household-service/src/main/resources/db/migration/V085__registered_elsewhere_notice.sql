-- What a county is told when another one claims somebody whom it has; of the claimant it learns the county and nothing else.
create table registered_elsewhere_notice (
    id          bigint       not null auto_increment primary key,
    number      varchar(32)  not null,
    kind        varchar(16)  not null,
    subject     varchar(32)  not null,
    village     char(12)     not null,
    claimed_by  char(6)      not null,
    way         varchar(16)  not null,
    state       varchar(16)  not null,
    times       int          not null,
    first_at    datetime(6)  not null,
    last_at     datetime(6)  not null,
    answer      varchar(16)  null,
    remark      varchar(400) null,
    answered_by varchar(40)  null,
    answered_at datetime(6)  null,
    unique index registered_elsewhere_notice_by_number (number),
    unique index registered_elsewhere_notice_by_subject (kind, subject, claimed_by),
    index registered_elsewhere_notice_by_village (village, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
