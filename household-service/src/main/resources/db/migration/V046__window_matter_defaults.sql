insert into window_matter (matter, valid_from, valid_to, source) values
    ('add-household', '2014-01-01', null, 'suite default: additions of the yearly adjustment'),
    ('remove-household:1', '2014-01-01', null, 'suite default: removals of the yearly adjustment'),
    ('remove-member:09', '2014-01-01', null, 'suite default: removals of the yearly adjustment'),
    ('change-type:type', '2014-01-01', null, 'suite default: kinds of households are set in the yearly adjustment'),
    ('change-type:poorKind', '2014-01-01', null, 'suite default: kinds of households are set in the yearly adjustment'),
    ('change-type:exitState', '2014-01-01', null, 'suite default: exits are set in the yearly adjustment');
