-- What needs a second officer, where and since when; an empty area is the whole country. It replaces four_eyes_field.
create table four_eyes_rule (
    id         bigint       not null auto_increment primary key,
    number     varchar(32)  not null,
    area       varchar(12)  not null,
    matter     varchar(60)  not null,
    valid_from date         not null,
    valid_to   date         null,
    source     varchar(200) not null,
    entered_by varchar(40)  not null,
    entered_at datetime(6)  not null,
    ended_by   varchar(40)  null,
    unique index four_eyes_rule_by_number (number),
    index four_eyes_rule_by_matter (matter, area),
    index four_eyes_rule_by_area (area, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
