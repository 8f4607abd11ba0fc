-- Where a change is seen: where the household lies, and where the other one lies or goes to. Lists walk over this.
create table household_change_place (
    change_id bigint      not null,
    position  smallint    not null,
    household varchar(32) not null,
    village   char(12)    not null,
    action    varchar(40) not null,
    state     varchar(16) not null,
    primary key (change_id, position),
    index household_change_place_by_village (village, change_id),
    index household_change_place_by_state (state, village, change_id),
    index household_change_place_by_action (action, village, change_id),
    index household_change_place_by_household (household, village, change_id),
    constraint household_change_place_change foreign key (change_id) references household_change (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
