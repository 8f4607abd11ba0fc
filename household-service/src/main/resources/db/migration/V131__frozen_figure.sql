-- Append-only: figures of frozen years, by the number of digits of their division: villages, townships, counties. Ages are bands of then.
create table frozen_figure (
    year       smallint    not null,
    measure    varchar(16) not null,
    level      tinyint     not null,
    division   varchar(12) not null,
    type       varchar(16) not null,
    cell       varchar(16) not null,
    households int         not null,
    persons    int         not null,
    primary key (year, measure, level, division, type, cell)
) engine = InnoDB default charset = ascii collate = ascii_bin;
