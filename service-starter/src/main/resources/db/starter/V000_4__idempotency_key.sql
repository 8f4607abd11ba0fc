create table idempotency_key (
    account     varchar(64)  not null,
    route       varchar(120) not null,
    sent_key    varchar(80)  not null,
    body_digest binary(32)   not null,
    location    varchar(255) null,
    created_at  datetime(6)  not null,
    primary key (account, route, sent_key),
    key by_age (created_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
