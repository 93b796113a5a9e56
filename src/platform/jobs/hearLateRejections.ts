type Hear = (error: Error) => void

const listeners = new Set<Hear>()

/**
 * When the database goes while the runner notes that a job failed, graphile-worker rejects a promise that nobody holds,
 * which would end the whole service; and the job stays locked though nothing works on it. Its own rejections are survived, and told, so that the
 * runner is begun again and takes its jobs over. Any other rejection that nobody hears still ends the process.
 * @returns what stops listening
 */
export function hearLateRejections(told: Hear): () => void {
  if (listeners.size === 0) process.on('unhandledRejection', hear)
  listeners.add(told)
  return () => {
    listeners.delete(told)
    if (listeners.size === 0) process.off('unhandledRejection', hear)
  }
}

function hear(error: unknown): void {
  if (!(error instanceof Error) || !error.stack?.includes('graphile-worker')) throw error
  for (const told of listeners) told(error)
}
