import { join } from 'node:path'
import type { Config } from '#platform/config'
import type { Place } from './place.ts'

/** Where an authority's latest audit seal is written outside its database. Copy it away: it convicts a rewritten log. */
export function witnessFile(config: Config, place: Place): string {
  return join(config.dataFolder, 'witness', `${place.database}.log`)
}
