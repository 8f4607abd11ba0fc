create table audit_entry (
    id           bigint      not null auto_increment primary key,
    at           datetime(6) not null,
    account      varchar(64) not null,
    kind         varchar(10) not null,
    acting_for   varchar(64) null,
    request_id   varchar(64) null,
    address      varchar(45) null,
    action       varchar(60) not null,
    subject_kind varchar(40) not null,
    subject      varchar(64) null,
    area         varchar(12) null,
    detail       varchar(4000) null,
    key by_area (area, id),
    key by_subject (subject_kind, subject, id),
    key by_account (account, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
