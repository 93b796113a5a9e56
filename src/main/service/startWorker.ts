import { clearLapsedTask } from '#modules/agencies'
import { startSealer } from '#modules/audit'
import { clearOrphansTask, scanTask } from '#modules/casework'
import { disclosureTask } from '#modules/disclosures'
import { messageFamilies } from '#modules/family-portal'
import { type Post, protectionTasks, readApart, tellOfMatchTask } from '#modules/health'
import { tellOfAnswerTask } from '#modules/partners'
import type { Config } from '#platform/config'
import { clearExpired, deliverEvent, startJobs } from '#platform/jobs'
import type { Log } from '#platform/log'
import { mailNotices } from '#platform/mail'
import { readLeftTask, readMessageTask } from '#platform/messages'
import { fileStoreOf, scannerOf, sealerOf } from '../installation/authorityFiles.ts'
import { hostsOf } from '../installation/hosts.ts'
import type { Authority } from '../installation/openAuthority.ts'
import type { Place } from '../installation/place.ts'
import { witnessFile } from '../installation/witnessFile.ts'
import {
  climbLatePartnerNotices,
  climbLateRequests,
  climbLateVisits,
  explainLooksWeekly,
  gatherCaseloadNightly,
  refreshAccessNightly,
  remindOfReviewsDaily,
  verifyClocksNightly,
} from '../jobs/nightly.ts'
import { readArrival } from '../jobs/readArrival.ts'
import { eventHandlers } from '../modules.ts'
import { openPost } from './openPost.ts'

/** What works in the background for every authority: jobs, and the sealer of the audit. */
export async function startWorker(
  authorities: readonly Authority[],
  config: Config,
  log: Log,
): Promise<{ stop(): Promise<void> }> {
  const tasksOf = ({ place, installation }: Authority, post: Post | null) => [
    clearExpired,
    clearLapsedTask,
    deliverEvent(eventHandlers),
    mailNotices({
      smtpUrl: config.smtpUrl?.toString(),
      from: config.mailFrom,
      baseUrl: addressOf(place, config),
    }),
    messageFamilies({
      smtpUrl: config.smtpUrl?.toString(),
      from: config.mailFrom,
      gateway:
        config.smsGatewayUrl === undefined
          ? undefined
          : { url: config.smsGatewayUrl.toString(), key: config.smsGatewayKey },
    }),
    refreshAccessNightly,
    gatherCaseloadNightly,
    verifyClocksNightly,
    remindOfReviewsDaily,
    explainLooksWeekly,
    climbLateVisits,
    climbLatePartnerNotices,
    climbLateRequests,
    tellOfAnswerTask,
    tellOfMatchTask,
    ...protectionTasks(
      sealerOf(config, place, installation),
      { code: installation.authorityCode, name: installation.authorityName },
      post,
    ),
    disclosureTask(sealerOf(config, place, installation), installation.madeByDemo),
    readMessageTask(
      sealerOf(config, place, installation),
      readArrival,
      readApart(sealerOf(config, place, installation)),
    ),
    readLeftTask,
    scanTask(fileStoreOf(config, place, installation), scannerOf(config, installation)),
    clearOrphansTask(fileStoreOf(config, place, installation)),
  ]
  const running: { stop(): Promise<void> }[] = []
  // A mailbox is one council's: that of DATABASE_URL, which comes first.
  const post = await openPost(config, authorities[0]?.installation, log)
  for (const [index, authority] of authorities.entries()) {
    const { place, database } = authority
    const own = log.with({ database: place.database })
    const tasks = tasksOf(authority, index === 0 ? post : null)
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

/** Where an authority's people reach Kith: its own host under the scheme of the base URL, or this machine in a trial. */
function addressOf(place: Place, config: Config): string {
  const [host = 'localhost'] = hostsOf(place, config)
  if (config.baseUrl === undefined) return `http://${host}:${config.port}`
  const base = new URL(config.baseUrl)
  base.hostname = host
  return base.toString().replace(/\/$/, '')
}
