-- Secrets of service accounts, hashed; several at once, so that one can be replaced without a pause.
create table service_secret (
    id         varchar(36)  not null,
    account    varchar(36)  not null,
    hash       varchar(200) not null,
    created_at datetime(6)  not null,
    expires_at datetime(6)  not null,
    primary key (id),
    index service_secret_account (account, expires_at),
    constraint service_secret_account foreign key (account) references account (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
