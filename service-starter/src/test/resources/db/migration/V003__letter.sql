create table letter (
    id     bigint         not null auto_increment primary key,
    number varchar(32)    not null,
    text   varbinary(255) null,
    unique key letter_by_number (number)
) engine = InnoDB default charset = utf8mb4;
