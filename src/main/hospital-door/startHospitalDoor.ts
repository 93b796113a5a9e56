import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Keeping, openHl7Door, takeHl7 } from '#modules/health'
import type { Config } from '#platform/config'
import { KithError } from '#platform/errors'
import type { Log } from '#platform/log'
import { acceptCertificate } from '../demo/index.ts'
import { sealerOf } from '../installation/authorityFiles.ts'
import type { Authority } from '../installation/openAuthority.ts'
import { trialCertificates } from './trialCertificates.ts'

/** Where a demonstration listens for its own hospital, and hospitals usually send. */
const USUAL = 2575

type Door = { readonly port: number; readonly host: string; readonly tls: Tls }
type Tls = { readonly cert: string; readonly key: string; readonly ca: string }

/**
 * Opens the door for hospitals, where one is set; in a demonstration always, for a hospital of its own.
 * @returns what stops it; nothing when none is opened
 * @throws KithError KITH_CONFIG_WRONG when a port is set and a certificate is not
 */
export async function startHospitalDoor(
  authorities: readonly Authority[],
  config: Config,
  log: Log,
): Promise<readonly { stop(): Promise<void> }[]> {
  const [first, ...more] = authorities.map(
    ({ place, installation, database }): Keeping => ({
      database,
      sealer: sealerOf(config, place, installation),
    }),
  )
  const settings = await doorOf(authorities, config)
  if (settings === null || first === undefined) return []
  try {
    const door = await openHl7Door({
      ...settings,
      receive: takeHl7([first, ...more]),
      refused: ({ why, code }) => log.warn('the door for hospitals refused', { why, code }),
    })
    log.info('the door for hospitals is open', { port: door.port })
    return [{ stop: () => door.close() }]
  } catch (error) {
    if (config.hl7Port > 0) throw error
    log.warn('the demonstration’s door for hospitals could not be opened', { port: USUAL })
    return []
  }
}

async function doorOf(authorities: readonly Authority[], config: Config): Promise<Door | null> {
  const { hl7Host: host, hl7Port, hl7CertFile, hl7KeyFile, hl7CaFile } = config
  if (hl7CertFile !== undefined && hl7KeyFile !== undefined && hl7CaFile !== undefined) {
    const [cert, key, ca] = await Promise.all(
      [hl7CertFile, hl7KeyFile, hl7CaFile].map(path => readFile(path, 'utf8')),
    )
    return { host, port: hl7Port || USUAL, tls: { cert, key, ca } as Tls } // three paths, three texts
  }
  const isTrial =
    config.environment === 'development' && authorities.every(({ installation }) => installation.madeByDemo)
  if (isTrial) {
    const { ca, door, hospital } = await trialCertificates(config)
    const { fingerprint256 } = new X509Certificate(hospital.cert)
    for (const { database, installation } of authorities)
      await acceptCertificate(database, installation.authorityCode, fingerprint256)
    return { host, port: hl7Port || USUAL, tls: { ...door, ca } }
  }
  if (hl7Port === 0) return null
  throw new KithError('KITH_CONFIG_WRONG', {
    sentence:
      'HL7_PORT opens a door for hospitals: set HL7_CERT, HL7_KEY and HL7_CA to its certificate, its key and the authorities of hospitals, or leave HL7_PORT out.',
  })
}
