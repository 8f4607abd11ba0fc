create index household_by_monitored_kind on household (monitored_kind, village, number);
