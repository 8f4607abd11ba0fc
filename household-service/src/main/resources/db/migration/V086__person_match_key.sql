-- By what a person may be found again in another entry: numbers made of name and birth date, which mean nothing by themselves.
create table person_match_key (
    kind           tinyint  not null,
    match_key      bigint   not null,
    person_id      bigint   not null,
    person_version int      not null,
    village        char(12) not null,
    primary key (kind, match_key, person_id),
    index person_match_key_by_person (person_id, kind)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
