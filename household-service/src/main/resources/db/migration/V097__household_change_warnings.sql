-- What the rules warn of after a change and not before it: names of rules, fields and persons, no values.
alter table household_change
    add column warnings text null;
