-- How many movements of a county were ever folded: with those that are not yet, the position of its figures.
create table figure_county (
    county      char(6) not null primary key,
    folded_rows bigint  not null
) engine = InnoDB default charset = ascii collate = ascii_bin;
