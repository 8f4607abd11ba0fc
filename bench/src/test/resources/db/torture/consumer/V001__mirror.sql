create table mirror (thing int not null primary key, version bigint not null, amount bigint not null) engine = InnoDB;
