import { type Database, serviceActor, type Work } from '#platform/db'

const options = { statementSeconds: 600 } as const

/**
 * Only the storyteller may say when a row was recorded, and only where the demo made the database. Who may see what is left to
 * be brought in line once, at the end of the telling.
 */
export function asStoryteller<R>(database: Database, fn: (work: Work) => Promise<R>): Promise<R> {
  return database.as(serviceActor('storyteller'), 'demo', fn, { ...options, deferAccess: true })
}

/** What is told after access was brought in line: it changes who may see what as it is written, as every other write does. */
export function asLateStoryteller<R>(database: Database, fn: (work: Work) => Promise<R>): Promise<R> {
  return database.as(serviceActor('storyteller'), 'demo', fn, options)
}
