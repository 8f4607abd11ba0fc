-- Facts that could not be applied, and all later ones of the same aggregate, until somebody has them repeated.
create table parked_fact (
    id             bigint       not null auto_increment primary key,
    source         varchar(40)  not null,
    position       bigint       not null,
    aggregate_kind varchar(40)  not null,
    aggregate      varchar(64)  not null,
    fact           mediumtext   not null,
    attempts       int          not null,
    error          varchar(300) null,
    parked_at      datetime(6)  not null,
    unique key once (source, position),
    key by_aggregate (source, aggregate_kind, aggregate, position)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
