import { lastDayOf, type PartialDate } from './partialDate.ts'

/** What a search text asks for, ready for search.find_people. */
export type SearchTerms = {
  /** Names or an address. */
  readonly words: string
  readonly born: { readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate } | null
  /** Candidates for full identifiers: capitals and digits only. */
  readonly numbers: readonly string[]
  /** A postcode or its beginning without spaces, or empty. */
  readonly postcode: string
}

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const month = `(${months})[a-z]*`

type Reader = {
  readonly shape: RegExp
  readonly read: (found: RegExpExecArray, today: Temporal.PlainDate) => PartialDate | null
}

/** From the most to the least exact: the first that fits is taken. */
const readers: readonly Reader[] = [
  { shape: /\b(\d{4})-(\d{2})-(\d{2})\b/, read: ([, y, m, d]) => partial(y, m, d) },
  { shape: /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/, read: ([, d, m, y]) => partial(y, m, d) },
  {
    shape: /\b(\d{1,2})[/.](\d{1,2})[/.](\d{2})\b/,
    read: ([, d, m, y], today) => partial(century(y, today), m, d),
  },
  {
    shape: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${month}\\s+(\\d{4})\\b`, 'i'),
    read: ([, d, m, y]) => partial(y, monthNumber(m), d),
  },
  { shape: new RegExp(`\\b${month}\\s+(\\d{4})\\b`, 'i'), read: ([, m, y]) => partial(y, monthNumber(m)) },
  { shape: /(?<![\w/.-])(\d{1,2})[/.-](\d{4})\b/, read: ([, m, y]) => partial(y, m) },
  {
    shape: /(?<![\w/.-])((?:19|20)\d{2})(?![\w/.-])/,
    read: ([, y], today) => (Number(y) <= today.year + 1 ? partial(y) : null),
  },
]

const fullPostcode = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b/i
const partOfPostcode = /\b([A-Z]{1,2}\d[A-Z\d]?)(?:\s+(\d))?$/i
const spacedNhsNumber = /\b\d{3}[ -]\d{3}[ -]\d{4}\b/g
const longNumber = /(?=[\p{L}\d/-]*\d)[\p{L}\d][\p{L}\d/-]{3,}[\p{L}\d]/gu

/**
 * Takes a search text apart: a date of birth however exact, a postcode, full identifiers; the rest is names or an
 * address. Whatever is not understood stays among the words.
 */
export function readSearchText(text: string, today: Temporal.PlainDate): SearchTerms {
  let rest = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  const numbers = new Set<string>()
  const take = (shape: RegExp): void => {
    rest = rest.replace(shape, found => {
      numbers.add(folded(found))
      return ' '
    })
  }
  take(spacedNhsNumber)
  const typed = rest
  const { born, without } = takeDate(rest, today)
  rest = without
  if (/^\s*[\p{L}]{0,3}\d[\p{L}\d/-]*\s*$/u.test(typed)) numbers.add(folded(typed)) // "2015" may be a number too
  const whole = fullPostcode.exec(rest) ?? partOfPostcode.exec(rest.trim())
  if (whole) rest = rest.replace(whole[0], ' ')
  take(longNumber)
  const words = rest.replaceAll(/\s+/g, ' ').trim()
  const postcode = whole ? folded(`${whole[1]}${whole[2] ?? ''}`) : ''
  return { words, born, numbers: [...numbers].filter(number => number !== ''), postcode }
}

function takeDate(text: string, today: Temporal.PlainDate): { born: SearchTerms['born']; without: string } {
  for (const { shape, read } of readers) {
    const found = shape.exec(text)
    const date = found && read(found, today)
    if (found && date)
      return { born: { first: date.date, last: lastDayOf(date) }, without: text.replace(found[0], ' ') }
  }
  return { born: null, without: text }
}

function partial(year?: string, monthText?: string, day?: string): PartialDate | null {
  const precision = day !== undefined ? 'day' : monthText !== undefined ? 'month' : 'year'
  try {
    const fields = { year: Number(year), month: Number(monthText ?? 1), day: Number(day ?? 1) }
    return { date: Temporal.PlainDate.from(fields, { overflow: 'reject' }), precision }
  } catch {
    return null // 31 June, month 13: no date, so it stays among the words
  }
}

const monthNumber = (name = ''): string =>
  String(months.split('|').indexOf(name.slice(0, 3).toLowerCase()) + 1)

const century = (year = '', today: Temporal.PlainDate): string =>
  Number(year) <= today.year % 100 ? `20${year}` : `19${year}`

const folded = (text: string): string => text.replaceAll(/[^\p{L}\d]/gu, '').toUpperCase()
