/** A change to the ordinary bank holidays of one year, made by royal proclamation. */
export interface OneOffBankHoliday {
  readonly year: number
  /** ISO date of the ordinary holiday that was not kept that year, when one was moved. */
  readonly instead?: string
  /** ISO date of the day that was kept. */
  readonly on: string
  readonly name: string
  readonly source: string
}

const proclamation = 'Royal proclamation under the Banking and Financial Dealings Act 1971 s.1'

/**
 * Bank holidays of England and Wales that no rule predicts. A new proclamation is added here: nothing else
 * changes. From 2022 on they agree with the list of
 * the open census validator; the older ones were compared with open holiday calendars, not with the proclamations.
 */
export const oneOffBankHolidays: readonly OneOffBankHoliday[] = [
  { year: 1999, on: '1999-12-31', name: 'Millennium', source: proclamation },
  {
    year: 2002,
    instead: '2002-05-27',
    on: '2002-06-04',
    name: 'Spring bank holiday',
    source: `${proclamation}: moved for the Golden Jubilee`,
  },
  { year: 2002, on: '2002-06-03', name: 'Golden Jubilee', source: proclamation },
  { year: 2011, on: '2011-04-29', name: 'Royal wedding', source: proclamation },
  {
    year: 2012,
    instead: '2012-05-28',
    on: '2012-06-04',
    name: 'Spring bank holiday',
    source: `${proclamation}: moved for the Diamond Jubilee`,
  },
  { year: 2012, on: '2012-06-05', name: 'Diamond Jubilee', source: proclamation },
  {
    year: 2020,
    instead: '2020-05-04',
    on: '2020-05-08',
    name: 'Early May bank holiday',
    source: `${proclamation}: moved to the 75th anniversary of VE day`,
  },
  {
    year: 2022,
    instead: '2022-05-30',
    on: '2022-06-02',
    name: 'Spring bank holiday',
    source: `${proclamation}: moved for the Platinum Jubilee`,
  },
  { year: 2022, on: '2022-06-03', name: 'Platinum Jubilee', source: proclamation },
  { year: 2022, on: '2022-09-19', name: 'State funeral of Queen Elizabeth II', source: proclamation },
  { year: 2023, on: '2023-05-08', name: 'Coronation of King Charles III', source: proclamation },
]
