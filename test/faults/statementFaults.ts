import pg from 'pg'

/** Cuts the connection under one statement: after so many others have gone through. */
export type Fault = {
  /** Lets this many statements through from now on, then cuts the connection of the next one once. */
  cutAfter(statements: number): void
  /** Statements since the last cut was set. */
  readonly sent: number
  /** Whether the cut has happened. */
  readonly isCut: boolean
  /** Another fault: refuses that statement with this SQLSTATE instead of cutting the connection. */
  refuseAfter(statements: number, code: string): void
  end(): void
}

type Query = (this: pg.Client, ...given: readonly unknown[]) => unknown
type Wire = { readonly connection: { readonly stream: { destroy(error?: Error): void } } }

/** Stands in the way of every statement of this process. Set it before the connections in question are opened. */
export function statementFaults(): Fault {
  const prototype = pg.Client.prototype as unknown as { query: Query } // pg's many overloads
  const { query } = prototype
  let [left, sent, code, isCut] = [Number.POSITIVE_INFINITY, 0, '', false]
  prototype.query = function faulty(...given) {
    sent += 1
    left -= 1
    if (left === -1 && !isCut) {
      isCut = true
      if (code !== '') return Promise.reject(Object.assign(new Error('could not extend file'), { code }))
      const wire = this as unknown as Wire // what pg keeps of its socket, missing from its types
      const answer = query.call(this, ...given)
      wire.connection.stream.destroy(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }))
      return answer
    }
    return query.call(this, ...given)
  }
  const set = (statements: number, given: string) => {
    ;[left, sent, code, isCut] = [statements, 0, given, false]
  }
  return {
    cutAfter: statements => set(statements, ''),
    refuseAfter: set,
    get sent() {
      return sent
    },
    get isCut() {
      return isCut
    },
    end: () => {
      prototype.query = query
    },
  }
}
