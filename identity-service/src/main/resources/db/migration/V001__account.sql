-- Persons and service accounts. The login of a service account is its client id.
create table account (
    id                  varchar(36)  not null,
    kind                varchar(10)  not null,
    login               varchar(64)  not null,
    name                varchar(100) not null,
    password            varchar(200),
    password_temporary  boolean      not null default false,
    password_expires_at datetime(6),
    scopes              varchar(1000) not null default '',
    locked_at           datetime(6),
    created_at          datetime(6)  not null,
    created_by          varchar(36)  not null,
    version             int          not null,
    primary key (id),
    constraint account_login unique (login),
    constraint account_kind check (kind in ('PERSON', 'SERVICE'))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
