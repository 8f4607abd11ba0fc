insert into figure_age_band (code, from_age, to_age, valid_from, valid_to, source) values
    ('0-5', 0, 5, '1900-01-01', null, 'suite proposal: before school'),
    ('6-15', 6, 15, '1900-01-01', null, 'suite proposal: compulsory schooling'),
    ('16-59', 16, 59, '1900-01-01', null, 'suite proposal: working age of the national rules'),
    ('60-79', 60, 79, '1900-01-01', null, 'suite proposal: old age'),
    ('80+', 80, null, '1900-01-01', null, 'suite proposal: allowance for the very old');
