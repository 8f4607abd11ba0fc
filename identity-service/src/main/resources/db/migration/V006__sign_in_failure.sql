-- Failed sign-ins per login and per address; who has too many waits. Subjects are digests.
create table sign_in_failure (
    subject       varchar(64) character set ascii not null,
    failures      int         not null,
    last_at       datetime(6) not null,
    blocked_until datetime(6) not null,
    primary key (subject),
    index sign_in_failure_last (last_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
