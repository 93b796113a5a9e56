import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

/** What one piece of work sent to the database. */
export type Sent = {
  statements: number
  /** Of its transactions, as they stand in the audit. */
  readonly correlations: Set<string>
}

type Query = (this: pg.Client, config: unknown, ...rest: readonly unknown[]) => unknown

const listening = new AsyncLocalStorage<Sent>()

/**
 * Counts the statements of each piece of work from now on, whatever else runs beside it. Call before the connections of the
 * database in question are opened.
 * @returns what ends the counting
 */
export function countStatements(): () => void {
  const prototype = pg.Client.prototype as unknown as { query: Query } // pg's many overloads
  const { query } = prototype
  prototype.query = function counted(config, ...rest) {
    const sent = listening.getStore()
    if (sent !== undefined) {
      sent.statements += 1
      const correlation = /'kith\.correlation', '([0-9a-f-]{36})'/.exec(String(config))?.[1]
      if (correlation !== undefined) sent.correlations.add(correlation)
    }
    return query.call(this, config, ...rest)
  }
  return () => {
    prototype.query = query
  }
}

/** Runs a piece of work and tells what it sent. */
export async function counting<R>(work: () => Promise<R>): Promise<Sent & { readonly result: R }> {
  const sent: Sent = { statements: 0, correlations: new Set() }
  const result = await listening.run(sent, work)
  return { ...sent, result }
}
