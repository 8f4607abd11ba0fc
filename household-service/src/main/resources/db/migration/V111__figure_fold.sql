-- Folded movements, by the number of digits of their division: villages, counties, cities, provinces. Townships are runs of villages.
create table figure_fold (
    level         tinyint     not null,
    measure       varchar(16) not null,
    division      varchar(12) not null,
    type          varchar(16) not null,
    cell          varchar(16) not null,
    reason        varchar(16) not null,
    effective_day date        not null,
    recorded_day  date        not null,
    households    bigint      not null,
    persons       bigint      not null,
    primary key (level, measure, division, type, cell, reason, effective_day, recorded_day)
) engine = InnoDB default charset = ascii collate = ascii_bin;
