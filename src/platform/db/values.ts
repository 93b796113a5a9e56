import pg from 'pg'

/** PostgreSQL's type numbers that Kith reads as Temporal values or plain numbers. */
const types = {
  int8: 20,
  numeric: 1700,
  date: 1082,
  timestamptz: 1184,
  dateArray: 1182,
  timestamptzArray: 1185,
}

const toDate = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const toInstant = (text: string): Temporal.Instant | 'infinity' | '-infinity' =>
  text === 'infinity' || text === '-infinity' ? text : Temporal.Instant.from(text.replace(' ', 'T'))
const toNumber = (text: string): number => {
  const value = Number(text)
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    throw new Error(`Too large for a number: ${text}`)
  return value
}
const eachOf =
  <T>(parse: (text: string) => T) =>
  (text: string): T[] =>
    text === '{}'
      ? []
      : text
          .slice(1, -1)
          .split(',')
          .map(part => parse(part.replaceAll('"', '')))

const parsers = new Map<number, (text: string) => unknown>([
  [types.int8, toNumber],
  [types.numeric, toNumber],
  [types.date, toDate],
  [types.timestamptz, toInstant],
  [types.dateArray, eachOf(toDate)],
  [types.timestamptzArray, eachOf(toInstant)],
])

/** How answers are read: dates as PlainDate, instants as Instant, counts and money as numbers. */
export const readValues: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: unknown) =>
    parsers.get(type) ?? pg.types.getTypeParser(type, format as 'text'), // pg's own signature, by overload
}

/** A parameter as PostgreSQL understands it: pg would send a Temporal value as JSON text, quotes included. */
export function writeValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(writeValue)
  if (
    value instanceof Temporal.PlainDate ||
    value instanceof Temporal.Instant ||
    value instanceof Temporal.PlainDateTime
  )
    return value.toString()
  return value
}
