import pg from 'pg'
import type { Log } from '../log/index.ts'

/** The one channel on which the database says that something has changed: a topic, and nothing of whom it is about. */
const CHANNEL = 'kith_live'
const LONGEST_WAIT = 30_000

/** What changes in a database while pages are open. */
export type News = {
  /** Calls `hear` whenever something of the topic was committed. @returns what ends it */
  on(topic: string, hear: () => void): () => void
  close(): Promise<void>
}

/**
 * Hears of changes by a connection of its own, opened when somebody first listens. When it is lost it is opened anew, and everybody is
 * called once: something may have happened meanwhile.
 * @param url of the serving login
 */
export function openNews(url: string, log: Log): News {
  const hearers = new Map<string, Set<() => void>>()
  let client: pg.Client | null = null
  let isClosed = false
  let wait = 500
  let timer: NodeJS.Timeout | undefined

  const tell = (topic: string) => {
    for (const hear of hearers.get(topic) ?? []) hear()
  }

  async function connect(): Promise<void> {
    const fresh = new pg.Client(url)
    client = fresh
    fresh.on('error', error => lose(fresh, error))
    fresh.on('end', () => lose(fresh, null))
    fresh.on('notification', ({ payload }) => tell(payload ?? ''))
    try {
      await fresh.connect()
      await fresh.query(`listen ${CHANNEL}`)
      wait = 500
      for (const topic of hearers.keys()) tell(topic)
    } catch (error) {
      lose(fresh, error)
    }
  }

  function lose(lost: pg.Client, error: unknown): void {
    if (isClosed || client !== lost) return
    client = null
    log.warn('the connection for open pages was lost and is opened anew', { error })
    lost.end().catch(() => {})
    timer = setTimeout(connect, wait).unref()
    wait = Math.min(wait * 2, LONGEST_WAIT)
  }

  return {
    on(topic, hear) {
      const own = hearers.get(topic) ?? new Set()
      hearers.set(topic, own.add(hear))
      if (client === null && timer === undefined && !isClosed) void connect()
      return () => own.delete(hear)
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      await client?.end().catch(() => {}) // it was going anyway
    },
  }
}
