import { join } from 'node:path'
import type { Config } from '#platform/config'
import type { Installation } from '#platform/db'
import {
  clamdScanner,
  type FileStore,
  openFileStore,
  openSealer,
  type Scanner,
  type Sealer,
  type ServedFiles,
} from '#platform/files'
import { eicarChecker } from '../demo-scanner/eicarChecker.ts'
import { filesKey } from './filesKey.ts'
import type { Place } from './place.ts'

/** The files of every authority; backups copy it as it is. */
export const filesFolder = (config: Config): string => join(config.dataFolder, 'files')

/** One authority's store of files, apart from the database and never under anything that the web serves. */
export function fileStoreOf(
  config: Config,
  place: Place,
  { authorityCode }: Pick<Installation, 'authorityCode'>,
): FileStore {
  return openFileStore(keyPlace(config, place, authorityCode))
}

/** What seals an authority's messages, by the key of its files. */
export function sealerOf(
  config: Config,
  place: Place,
  { authorityCode }: Pick<Installation, 'authorityCode'>,
): Sealer {
  return openSealer(keyPlace(config, place, authorityCode))
}

const keyPlace = (config: Config, place: Place, authority: string) => ({
  folder: join(filesFolder(config), place.database),
  authority,
  installationKey: filesKey(config),
})

/**
 * What looks through an authority's files: the ClamAV daemon that is set; else, on a database that the demo made and never
 * in production, a checker that knows the EICAR test file and nothing else; else nothing, and no file is released.
 */
export function scannerOf(config: Config, { madeByDemo }: Installation): Scanner | null {
  if (config.clamd !== undefined) return clamdScanner(config.clamd)
  return madeByDemo && config.environment !== 'production' ? eicarChecker : null
}

/** An authority's files as its pages use them. */
export function servedFiles(config: Config, place: Place, installation: Installation): ServedFiles {
  return {
    store: fileStoreOf(config, place, installation),
    sealer: sealerOf(config, place, installation),
    limitBytes: config.uploadLimitBytes,
    scannerName: scannerOf(config, installation)?.name ?? null,
  }
}
