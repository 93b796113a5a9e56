import { chmodSync, cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { KithError } from '#platform/errors'
import type { Log } from '#platform/log'
import { clusterPlace } from './clusterPlace.ts'
import { giveTo } from './serverUser.ts'

/**
 * Puts the copy of a cluster's files where the embedded server will look for them. It must not run, and there must be
 * none: nothing is ever overwritten.
 * @param from folder with PostgreSQL's own files
 */
export function placeCluster(dataFolder: string, from: string, log: Log): void {
  const place = clusterPlace(dataFolder, log)
  if (existsSync(join(place.cluster, 'PG_VERSION')))
    throw new KithError('KITH_USAGE', {
      sentence: `There is a database in ${place.cluster} already. Set KITH_DATA to an empty folder to restore into.`,
    })
  cpSync(from, place.cluster, { recursive: true })
  own(place.cluster)
  chmodSync(place.cluster, 0o700)

  function own(folder: string): void {
    giveTo(place.user, folder)
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) own(path)
      else giveTo(place.user, path)
    }
  }
}
