create table card (
    id                int        not null primary key,
    phone_digest      binary(32) not null,
    digest_generation smallint   not null default 1,
    unique key card_by_phone (phone_digest)
) engine = InnoDB default charset = utf8mb4;
