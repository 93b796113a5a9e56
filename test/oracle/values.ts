/** The columns of a row as JSON: dates and instants as text. */
export type Values = Readonly<Record<string, unknown>>
