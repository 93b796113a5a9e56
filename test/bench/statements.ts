import pg from 'pg'

/** What one request asked of the database. */
export type Asked = {
  /** Statements sent, those that begin and end transactions included. */
  readonly statements: number
  /** The statement sent most often, and how often: a sign of a query in a loop when it grows with the list. */
  readonly most: number
  readonly mostAsked: string
}

let texts: string[] | null = null
let isWatching = false

/** Notes the text of every statement sent from now on, while one is being counted. Call before connections are opened. */
export function watchStatements(): void {
  if (isWatching) return
  isWatching = true
  const send = pg.Client.prototype.query as (...given: unknown[]) => unknown // pg's many overloads, all passed on
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given
    texts?.push(typeof first === 'string' ? first : String((first as { text?: unknown }).text))
    return send.apply(this, given)
  } as typeof pg.Client.prototype.query
}

/** Runs one request, with nothing else under way, and counts what it asked. */
export async function countStatements(run: () => Promise<unknown>): Promise<Asked> {
  const noted: string[] = []
  texts = noted
  try {
    await run()
  } finally {
    texts = null
  }
  const counts = [
    ...Map.groupBy(
      noted.filter(text => !/^(begin|commit)\b/.test(text)),
      text => text,
    ),
  ]
    .map(([text, all]) => ({ text, count: all.length }))
    .toSorted((one, other) => other.count - one.count)
  return { statements: noted.length, most: counts[0]?.count ?? 0, mostAsked: counts[0]?.text ?? '' }
}
