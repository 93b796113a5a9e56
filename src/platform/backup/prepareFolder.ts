import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { KithError } from '#platform/errors'

/** Makes a folder that only this user may enter. @throws KithError when it holds anything already */
export function prepareFolder(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new KithError('KITH_USAGE', {
      sentence: `${folder} is not empty. Name a new folder for each backup.`,
    })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}
