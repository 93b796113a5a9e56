import { parse } from 'csv-parse/sync'
import { checkUpn } from '#reference'

/** Sessions of one child in a week or a half term, as a school tells them. */
export type AttendanceLine = {
  readonly line: number
  readonly pupil: string
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
  readonly possible: number
  readonly authorised: number
  readonly unauthorised: number
  /** Sessions by code of the register: B, C, E, I and so on. */
  readonly codes: Readonly<Record<string, number>>
}
export type WrongLine = { readonly line: number; readonly problem: string }
export type AttendanceLines = {
  readonly lines: readonly AttendanceLine[]
  readonly wrong: readonly WrongLine[]
}

export const columns = ['upn', 'from', 'to', 'possible', 'authorised', 'unauthorised', 'codes'] as const
export const MOST_LINES = 2_000
const LONGEST_DAYS = 130
const MOST_SESSIONS = 300

/** Reads lines of a CSV; the first names the columns. Whatever is wrong with a line is told by its number and kept from nobody else's. */
export function readLines(text: string, today: Temporal.PlainDate): AttendanceLines {
  let records: readonly string[][]
  try {
    records = parse(text, { bom: true, trim: true, skip_empty_lines: true, relax_column_count: true })
  } catch {
    return { lines: [], wrong: [{ line: 1, problem: 'This is not CSV' }] }
  }
  const [first = [], ...rest] = records
  const header = first.map(name => name.toLowerCase())
  const missing = columns.filter(name => name !== 'codes' && !header.includes(name))
  if (missing.length > 0)
    return {
      lines: [],
      wrong: [{ line: 1, problem: `The first line must name the columns; missing: ${missing.join(', ')}` }],
    }
  if (rest.length > MOST_LINES)
    return { lines: [], wrong: [{ line: 1, problem: `Send ${MOST_LINES} lines or fewer at once` }] }
  const read = rest.map((record, at) =>
    readLine(new Map(header.map((name, place) => [name, record[place] ?? ''])), at + 2, today),
  )
  return sorted(read)
}

/** Reads the lines of a system's JSON, by the rules for lines of a CSV. */
export function readJsonLines(
  said: readonly Readonly<Record<string, string>>[],
  today: Temporal.PlainDate,
): AttendanceLines {
  return sorted(said.map((one, at) => readLine(new Map(Object.entries(one)), at + 1, today)))
}

const sorted = (read: readonly (AttendanceLine | WrongLine)[]): AttendanceLines => ({
  lines: read.filter(one => 'pupil' in one),
  wrong: read.filter(one => 'problem' in one),
})

function readLine(
  said: ReadonlyMap<string, string>,
  line: number,
  today: Temporal.PlainDate,
): AttendanceLine | WrongLine {
  const wrong = (problem: string): WrongLine => ({ line, problem })
  const pupil = said.get('upn') ?? ''
  if (!checkUpn(pupil).ok) return wrong('The unique pupil number is not one')
  const [from, until] = [dayOf(said.get('from')), dayOf(said.get('to'))]
  if (from === null || until === null) return wrong('Write days as 2026-09-01')
  const days = from.until(until).total({ unit: 'day' })
  if (days < 0 || days > LONGEST_DAYS)
    return wrong('The period must end after it begins, within a half term or a term')
  if (Temporal.PlainDate.compare(from, today) > 0) return wrong('The period has not begun')
  const [possible, authorised, unauthorised] = (['possible', 'authorised', 'unauthorised'] as const).map(
    name => countOf(said.get(name)),
  )
  if (possible == null || authorised == null || unauthorised == null)
    return wrong('Sessions must be whole numbers')
  if (possible < 1 || possible > MOST_SESSIONS)
    return wrong(`Sessions possible must be from 1 to ${MOST_SESSIONS}`)
  if (authorised + unauthorised > possible) return wrong('More absences than sessions that were possible')
  const codes = codesOf(said.get('codes') ?? '')
  if (codes === null) return wrong('Write codes as I:3 O:1')
  return { line, pupil: pupil.toUpperCase(), from, until, possible, authorised, unauthorised, codes }
}

function dayOf(text = ''): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return null // no such day
  }
}

const countOf = (text = ''): number | null => (/^\d{1,4}$/.test(text) ? Number(text) : null)

/** "I:3 O:1" as counts; null where it is written otherwise. */
function codesOf(text: string): Readonly<Record<string, number>> | null {
  const parts = text.split(/\s+/).filter(part => part !== '')
  if (!parts.every(part => /^[A-Z][A-Z0-9]?:\d{1,3}$/.test(part))) return null
  return Object.fromEntries(parts.map(part => [part.split(':')[0] ?? '', Number(part.split(':')[1])]))
}
