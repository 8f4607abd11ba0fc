-- Sessions and tokens of the account that began before the cutoff are over. What Redis has not been told yet has no told_at.
create table session_cutoff (
    account   varchar(36) not null,
    cutoff_at datetime(3) not null,
    told_at   datetime(3),
    primary key (account),
    index session_cutoff_told (told_at, cutoff_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
