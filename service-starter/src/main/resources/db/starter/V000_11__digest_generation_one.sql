insert into digest_generation (id, written, oldest) values (1, 1, 1);
