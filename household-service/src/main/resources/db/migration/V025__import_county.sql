-- Whoever writes to the register of a county by a file holds its row; one file goes in after the other.
create table import_county (
    county char(6) not null primary key,
    holder bigint  null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_0900_ai_ci;
