insert into four_eyes_field (field, valid_from, valid_to, source) values
    ('type', '2014-01-01', null, 'suite default'),
    ('head', '2014-01-01', null, 'suite default'),
    ('residentId', '2014-01-01', null, 'suite default'),
    ('incomePerHead', '2014-01-01', null, 'suite default');
