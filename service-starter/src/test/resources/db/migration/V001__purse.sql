create table purse (
    id   int not null primary key,
    yuan int not null
) engine = InnoDB;
