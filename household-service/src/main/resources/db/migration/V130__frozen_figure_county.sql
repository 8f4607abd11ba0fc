-- Append-only: the counties and years whose figures were counted from what their snapshot holds.
create table frozen_figure_county (
    year       smallint    not null,
    county     char(6)     not null,
    known_at   datetime(6) not null,
    counted_at datetime(6) not null,
    primary key (year, county)
) engine = InnoDB default charset = ascii collate = ascii_bin;
