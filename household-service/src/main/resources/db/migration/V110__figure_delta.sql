-- Movements that no job has folded yet: inserted by each change, without a lock on any row that others share.
create table figure_delta (
    id            bigint      not null auto_increment primary key,
    village       char(12)    not null,
    measure       varchar(16) not null,
    type          varchar(16) not null,
    cell          varchar(16) not null,
    reason        varchar(16) not null,
    effective_day date        not null,
    recorded_day  date        not null,
    households    int         not null,
    persons       int         not null,
    index figure_delta_by_village (village, measure)
) engine = InnoDB default charset = ascii collate = ascii_bin;
