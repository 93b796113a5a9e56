import pg from 'pg'

/** What becomes of one statement: the connection is cut under it, or the database refuses it with this SQLSTATE. */
export type FaultKind = 'cut' | { readonly sqlstate: string }

/** Stands in the way of one statement: after so many others have gone through. */
export type Fault = {
  /** Minds the statements to this database alone from now on: connections that other files of the process left open have theirs. */
  within(url: string): void
  /** Lets this many statements through from now on, then has the next one fail once. */
  failAfter(statements: number, kind: FaultKind): void
  /** Lets all through, and counts from here. */
  letThrough(): void
  /** Statements since the last fault was set. */
  readonly sent: number
  /** Whether the fault has come. */
  readonly isHit: boolean
  end(): void
}

type Query = (this: pg.Client, ...given: readonly unknown[]) => unknown
type Wire = { readonly connection: { readonly stream: { destroy(error?: Error): void } } }

/** Fails as PostgreSQL does, so that the transaction around it is lost whoever hears of it. */
const refusal = (sqlstate: string): string =>
  `do $$ begin raise exception 'could not extend file' using errcode = '${sqlstate}'; end $$`

/** Stands in the way of every statement of this process, or of those to one database. Set it before the connections in question are opened. */
export function statementFaults(): Fault {
  const prototype = pg.Client.prototype as unknown as { query: Query } // pg's many overloads
  const { query } = prototype
  let [left, sent, isHit] = [Number.POSITIVE_INFINITY, 0, false]
  let kind: FaultKind = 'cut'
  let database: string | null = null
  prototype.query = function faulty(...given) {
    if (database !== null && this.database !== database) return query.call(this, ...given)
    sent += 1
    left -= 1
    if (left !== -1 || isHit) return query.call(this, ...given)
    isHit = true
    if (kind !== 'cut') return query.call(this, refusal(kind.sqlstate))
    const wire = this as unknown as Wire // what pg keeps of its socket, missing from its types
    const answer = query.call(this, ...given)
    wire.connection.stream.destroy(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }))
    return answer
  }
  const set = (statements: number, given: FaultKind) => {
    ;[left, sent, isHit, kind] = [statements, 0, false, given]
  }
  return {
    within: url => {
      database = new pg.Client(url).database ?? null
    },
    failAfter: set,
    letThrough: () => set(Number.POSITIVE_INFINITY, 'cut'),
    get sent() {
      return sent
    },
    get isHit() {
      return isHit
    },
    end: () => {
      prototype.query = query
    },
  }
}
