-- The old and the new value stay for ever: in clear, or as ciphers where the field itself is one.
create table correction_change (
    correction_id bigint         not null,
    position      smallint       not null,
    person        varchar(32)    null,
    field         varchar(40)    not null,
    old_value     varchar(255)   null,
    new_value     varchar(255)   null,
    old_cipher    varbinary(512) null,
    new_cipher    varbinary(512) null,
    primary key (correction_id, position),
    constraint correction_change_correction foreign key (correction_id) references correction (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
