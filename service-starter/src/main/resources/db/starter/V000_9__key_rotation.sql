-- How far the renewal of encrypted columns has come. running is 1 until the end and null afterwards, so that there is one at a time.
create table key_rotation (
    id              bigint       not null auto_increment primary key,
    running         tinyint      null,
    key_id          int          null,
    not_before      datetime(6)  not null,
    pass            int          not null,
    target          varchar(130) null,
    position        varchar(200) null,
    done            bigint       not null,
    total           bigint       not null,
    renewed_in_pass bigint       not null,
    renewed         bigint       not null,
    unreadable      bigint       not null,
    ordered_by      varchar(64)  not null,
    ordered_at      datetime(6)  not null,
    changed_at      datetime(6)  not null,
    finished_at     datetime(6)  null,
    unique key one_at_a_time (running)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
