import { type Database, serviceActor, type Work } from '#platform/db'

/** Only the storyteller may say when a row was recorded, and only where the demo made the database. */
export function asStoryteller<R>(database: Database, fn: (work: Work) => Promise<R>): Promise<R> {
  return database.as(serviceActor('storyteller'), 'demo', fn, { deferAccess: true, statementSeconds: 600 })
}
