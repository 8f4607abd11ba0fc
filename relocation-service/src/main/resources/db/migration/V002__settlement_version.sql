-- Everything that was ever written of a settlement; nothing here is changed.
create table settlement_version (
    number              varchar(32) not null,
    division            char(12) not null,
    version             int not null,
    closed_on           date null,
    closing_reason      varchar(200) null,
    changed_at          datetime(6) not null,
    changed_by          varchar(40) not null,
    name                varchar(60) not null,
    kind                varchar(20) not null,
    place               varchar(120) not null,
    border_distance     decimal(7, 3) not null,
    border_band         varchar(20) not null,
    building_area       decimal(11, 2) null,
    capacity_households int not null,
    capacity_persons    int not null,
    facilities          varchar(200) not null,
    primary key (number, version)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
