-- open_person lets a person live in one household at a time.
create table membership (
    id           bigint      not null auto_increment primary key,
    household_id bigint      not null,
    person_id    bigint      not null,
    relation     varchar(16) not null,
    joined_on    date        null,
    left_on      date        null,
    open_person  bigint generated always as (if(left_on is null, person_id, null)) virtual,
    version      int         not null default 0,
    created_at   datetime(6) not null,
    changed_at   datetime(6) not null,
    changed_by   varchar(40) not null,
    unique index membership_by_open_person (open_person),
    index membership_by_household (household_id, left_on),
    index membership_by_person (person_id),
    constraint membership_household foreign key (household_id) references household (id),
    constraint membership_person foreign key (person_id) references person (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
