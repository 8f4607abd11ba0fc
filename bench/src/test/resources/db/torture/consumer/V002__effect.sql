create table effect (
    id       bigint not null auto_increment primary key,
    thing    int    not null,
    version  bigint not null,
    position bigint not null,
    index effect_by_thing (thing, version)
) engine = InnoDB;
