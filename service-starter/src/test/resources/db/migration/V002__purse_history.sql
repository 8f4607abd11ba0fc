create table purse_history (
    id   int not null primary key,
    yuan int not null
) engine = InnoDB;
