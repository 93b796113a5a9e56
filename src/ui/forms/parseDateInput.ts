/** The three fields of a date input as they were typed. */
export interface DateFields {
  readonly day?: string | undefined
  readonly month?: string | undefined
  readonly year?: string | undefined
}

export type DatePartName = 'day' | 'month' | 'year'

/** What became of a date input; `parts` are the fields to mark. */
export type DateAnswer =
  | { readonly outcome: 'date'; readonly date: Temporal.PlainDate }
  | { readonly outcome: 'empty' }
  | { readonly outcome: 'wrong'; readonly message: string; readonly parts: readonly DatePartName[] }

const parts: readonly DatePartName[] = ['day', 'month', 'year']

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const wrong = (message: string, marked: readonly DatePartName[]): DateAnswer => ({
  outcome: 'wrong',
  message,
  parts: marked,
})

function wholeNumber(text: string): number | undefined {
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined
}

// People write months in words as well; GOV.UK asks services to take them.
function monthNumber(text: string): number | undefined {
  const named = /^[a-z]{3,9}$/i.test(text) ? monthNames.indexOf(text.slice(0, 3).toLowerCase()) : -1
  return named >= 0 ? named + 1 : wholeNumber(text)
}

function real(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

/** Words joined as people say them: "day", "day and month". */
const joined = (words: readonly string[]): string => words.join(' and ')

/**
 * Reads a date input.
 * @param fields what was typed, each field as text
 * @param name what the date is called in messages, such as "Date of visit"
 * @returns the date, that nothing was typed, or the message in GOV.UK style
 */
export function parseDateInput(fields: DateFields, name: string): DateAnswer {
  const typed = {
    day: fields.day?.trim() ?? '',
    month: fields.month?.trim() ?? '',
    year: fields.year?.trim() ?? '',
  }
  const missing = parts.filter(part => typed[part] === '')
  if (missing.length === parts.length) return { outcome: 'empty' }
  if (missing.length > 0) return wrong(`${name} must include a ${joined(missing)}`, missing)
  const day = wholeNumber(typed.day)
  const month = monthNumber(typed.month)
  const year = wholeNumber(typed.year)
  if (year !== undefined && typed.year.length !== 4) return wrong('Year must include 4 numbers', ['year'])
  const date =
    day === undefined || month === undefined || year === undefined ? undefined : real(year, month, day)
  if (date !== undefined) return { outcome: 'date', date }
  return wrong(`${name} must be a real date`, culprits(day, month, year))
}

function culprits(day?: number, month?: number, year?: number): readonly DatePartName[] {
  const marked: DatePartName[] = []
  if (day === undefined || day < 1 || day > 31) marked.push('day')
  if (month === undefined || month < 1 || month > 12) marked.push('month')
  if (year === undefined) marked.push('year')
  // 31 June: no one field is wrong, so the whole date is.
  return marked.length > 0 ? marked : parts
}
