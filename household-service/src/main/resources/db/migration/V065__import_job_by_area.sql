create index import_job_by_area on import_job (area, id);
