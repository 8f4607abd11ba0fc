-- What an account may do, and where. An empty area is the whole country.
create table account_grant (
    account    varchar(36) not null,
    role       varchar(40) not null,
    department varchar(40) not null,
    area       varchar(12) not null,
    primary key (account, role, department, area),
    index account_grant_area (area),
    constraint account_grant_account foreign key (account) references account (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
