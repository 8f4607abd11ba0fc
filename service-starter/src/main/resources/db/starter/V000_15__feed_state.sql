-- One row. Whoever places facts locks it; position is that of the newest placed fact. After a restore the epoch is another one.
create table feed_state (
    id            tinyint     not null primary key,
    epoch         varchar(26) not null,
    epoch_started datetime(6) not null,
    position      bigint      not null,
    check (id = 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
