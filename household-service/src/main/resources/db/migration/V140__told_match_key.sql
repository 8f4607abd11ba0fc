-- By what services that share a key recognise a person, as it was told last; made_of is the MD5 of the stored (encrypted) ID, which tells
-- whether it is still the same one. Nothing to do with person_match_key, by which duplicates are found.
create table told_match_key (
    person_id bigint      not null primary key,
    key_id    varchar(40) not null,
    made_of   binary(16)  not null,
    match_key varchar(110) not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
