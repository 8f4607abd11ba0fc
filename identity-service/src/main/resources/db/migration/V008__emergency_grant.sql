-- Further grants that persons took for some hours. division: the area filled up to twelve digits, by which readers are limited.
create table emergency_grant (
    number      bigint       not null auto_increment,
    id          varchar(36)  not null,
    account     varchar(36)  not null,
    role        varchar(40)  not null,
    department  varchar(40)  not null,
    area        varchar(12)  not null,
    division    char(12)     not null,
    reason      varchar(400) not null,
    taken_at    datetime(6)  not null,
    ends_at     datetime(6)  not null,
    ended_at    datetime(6),
    ended_by    varchar(36),
    reviewed_at datetime(6),
    reviewed_by varchar(36),
    remark      varchar(400),
    primary key (number),
    constraint emergency_grant_id unique (id),
    index emergency_grant_account (account, ends_at),
    index emergency_grant_division (division, number),
    constraint emergency_grant_account foreign key (account) references account (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
