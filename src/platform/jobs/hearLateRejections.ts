import type { Log } from '../log/index.ts'

const listeners = new Set<Log>()

/**
 * When the database goes while the runner notes that a job failed, graphile-worker rejects a promise that nobody holds,
 * which would end the whole service. Its own rejections are logged and survived: keepRunning begins the runner again, and
 * the job is tried once its lock has run out. Any other rejection that nobody hears still ends the process.
 * @returns what stops listening
 */
export function hearLateRejections(log: Log): () => void {
  if (listeners.size === 0) process.on('unhandledRejection', hear)
  listeners.add(log)
  return () => {
    listeners.delete(log)
    if (listeners.size === 0) process.off('unhandledRejection', hear)
  }
}

function hear(error: unknown): void {
  if (!(error instanceof Error) || !error.stack?.includes('graphile-worker')) throw error
  for (const log of listeners) log.error('the job runner lost its database', { error })
}
