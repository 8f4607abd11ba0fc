create table letter_page (
    letter_id bigint         not null,
    chapter   smallint       not null,
    page      int            not null,
    text      varbinary(255) not null,
    primary key (letter_id, chapter, page)
) engine = InnoDB default charset = utf8mb4;
