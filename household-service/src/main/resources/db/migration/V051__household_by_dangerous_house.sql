create index household_by_dangerous_house on household (dangerous_house, village, number);
