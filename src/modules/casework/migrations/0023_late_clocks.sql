-- Clocks that were met late, by the day they were due: the data-quality list of the whole authority reads a year of them.
create index clock_late on record.clock (due_on) where outcome = 'late';
