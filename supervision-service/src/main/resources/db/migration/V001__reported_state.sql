-- The last that a service has told of each of its records. A record that lies outside what we may read any more keeps its row, without
-- content and in the division 000000000000, which is nobody's. generation: in which reading of the feed from zero it was told.
create table reported_state (
    source        varchar(40)  not null,
    kind          varchar(40)  not null,
    id            varchar(64)  not null,
    division      char(12)     not null,
    also_division char(12)     null,
    happened      varchar(60)  not null,
    effective_on  date         null,
    recorded_at   datetime(6)  null,
    body          mediumtext   null,
    position      bigint       not null,
    version       bigint       not null,
    generation    int          not null,
    primary key (source, kind, id),
    index reported_state_by_division (source, kind, division, id),
    index reported_state_by_also_division (source, kind, also_division, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
