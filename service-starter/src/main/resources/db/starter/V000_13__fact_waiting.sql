-- Facts that a transaction has written and the sequencer has not placed yet. also_division: a second area that the record concerns;
-- left_division: where it lay until this fact. Writers hold the lock of the aggregate's row, so that the ids of one aggregate ascend.
create table fact_waiting (
    id             bigint      not null auto_increment primary key,
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
