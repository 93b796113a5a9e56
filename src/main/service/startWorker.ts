import { startSealer } from '#modules/audit'
import type { Config } from '#platform/config'
import { clearExpired, deliverEvent, startJobs } from '#platform/jobs'
import type { Log } from '#platform/log'
import { mailNotices } from '#platform/mail'
import type { Authority } from '../installation/openAuthority.ts'
import { witnessFile } from '../installation/witnessFile.ts'
import { refreshAccessNightly, verifyClocksNightly } from '../jobs/nightly.ts'
import { eventHandlers } from '../modules.ts'

/** What works in the background for every authority: jobs, and the sealer of the audit. */
export async function startWorker(
  authorities: readonly Authority[],
  config: Config,
  log: Log,
): Promise<{ stop(): Promise<void> }> {
  const baseUrl = config.baseUrl?.toString() ?? `http://localhost:${config.port}`
  const tasks = [
    clearExpired,
    deliverEvent(eventHandlers),
    mailNotices({ smtpUrl: config.smtpUrl?.toString(), from: config.mailFrom, baseUrl }),
    refreshAccessNightly,
    verifyClocksNightly,
  ]
  const running: { stop(): Promise<void> }[] = []
  for (const { place, database } of authorities) {
    const own = log.with({ database: place.database })
    running.push(
      await startJobs({ serveUrl: place.serveUrl, databaseName: place.database, database, tasks, log: own }),
    )
    running.push(startSealer({ database, witness: witnessFile(config, place), log: own }))
  }
  return {
    stop: async () => {
      for (const part of running.toReversed()) await part.stop()
    },
  }
}
