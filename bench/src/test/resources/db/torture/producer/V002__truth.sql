create table truth (thing int not null, version bigint not null, amount bigint not null, primary key (thing, version)) engine = InnoDB;
