-- Imports that were checked without the days from which their rows hold cannot go in; their files are still there.
update import_job set state = 'CANCELLED', phase = 'ENDED', version = version + 1
 where state in ('CHECKING', 'CHECKED', 'COMMITTING');
