-- The file as it came, encrypted piece by piece; another upload of the same import has another number.
create table import_chunk (
    import_id bigint     not null,
    upload    int        not null,
    position  int        not null,
    cipher    mediumblob not null,
    primary key (import_id, upload, position)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
