delete from figure_fold where measure = 'age' and length(cell) > 4;
