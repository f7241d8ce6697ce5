-- Where a company is found on the web; its domain is by what it is known again.
alter table contacts.company add column website text;
