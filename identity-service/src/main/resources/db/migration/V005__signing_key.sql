-- Keys that sign tokens. The number makes sure that of several instances only one adds the next key.
create table signing_key (
    number      int           not null,
    kid         varchar(36)   not null,
    public_key  varchar(2000) not null,
    private_key varbinary(4000) not null,
    signs_from  datetime(6)   not null,
    created_at  datetime(6)   not null,
    primary key (number),
    constraint signing_key_kid unique (kid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
