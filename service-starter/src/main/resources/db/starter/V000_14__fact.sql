-- The feed: committed facts in one order without gaps, appended by the sequencer only.
create table fact (
    position       bigint      not null primary key,
    kind           varchar(60) not null,
    aggregate_kind varchar(40) not null,
    aggregate      varchar(64) not null,
    version        bigint      not null,
    division       varchar(12) not null,
    also_division  varchar(12) null,
    left_division  varchar(12) null,
    effective_on   date        not null,
    recorded_at    datetime(6) not null,
    body           mediumtext  not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
