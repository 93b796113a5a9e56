import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { KithError } from '#platform/errors'
import { type Manifest, manifestShape } from './manifest.ts'

const fileIn = (folder: string): string => join(folder, 'manifest.json')

/** Written last: a folder without it is no backup. */
export function writeManifest(folder: string, manifest: Manifest): void {
  writeFileSync(fileIn(folder), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
}

/** @throws KithError when the folder holds no whole backup */
export function readManifest(folder: string): Manifest {
  try {
    return manifestShape.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
  } catch (cause) {
    throw new KithError('KITH_USAGE', {
      sentence: `${folder} holds no whole backup: its manifest.json is missing or damaged. Name the folder that "kith backup" wrote.`,
      cause,
    })
  }
}
