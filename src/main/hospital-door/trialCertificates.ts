import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeCertificate } from '#modules/health'
import type { Config } from '#platform/config'

/** What a demonstration's hospital and door prove themselves with, all in PEM. */
export type TrialCertificates = {
  readonly ca: string
  readonly door: { readonly cert: string; readonly key: string }
  readonly hospital: { readonly cert: string; readonly key: string }
}

const FILE = 'demonstration-hospital.json'
const DAYS = 825
const AUTHORITY = 'Kith demonstration'

/** The certificates of a demonstration, made on first use and kept in the keys folder: the hospital is another process. */
export async function trialCertificates(config: Config): Promise<TrialCertificates> {
  const path = join(config.keysFolder, FILE)
  const kept = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return null
  })
  if (kept !== null) return JSON.parse(kept) as TrialCertificates // written below
  const by = { ...makeCertificate({ name: AUTHORITY, days: DAYS }), name: AUTHORITY }
  const made = {
    ca: by.cert,
    door: makeCertificate({ name: 'localhost', days: DAYS, by }),
    hospital: makeCertificate({ name: 'Demonstration hospital', days: DAYS, by }),
  }
  await mkdir(config.keysFolder, { recursive: true, mode: 0o700 })
  await writeFile(path, JSON.stringify(made), { mode: 0o600 })
  return made
}
