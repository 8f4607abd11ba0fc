create table scheduled_tasks (
    task_name            varchar(100) not null,
    task_instance        varchar(100) not null,
    task_data            mediumblob   null,
    execution_time       timestamp(6) not null,
    picked               boolean      not null,
    picked_by            varchar(50)  null,
    last_success         timestamp(6) null,
    last_failure         timestamp(6) null,
    consecutive_failures int          null,
    last_heartbeat       timestamp(6) null,
    version              bigint       not null,
    priority             smallint     null,
    primary key (task_name, task_instance),
    key execution_time_idx (execution_time),
    key last_heartbeat_idx (last_heartbeat),
    key priority_execution_time_idx (priority desc, execution_time asc)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
