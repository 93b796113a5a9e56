import type { Config } from './config.ts'
import { SETTINGS } from './settings.ts'

type Name = keyof typeof SETTINGS

/** Settings that make sense only together. */
const TOGETHER: readonly (readonly Name[])[] = [
  ['databaseUrl', 'databaseOwnerUrl'],
  ['issuer', 'clientId', 'clientSecret', 'baseUrl'],
  ['smtpUrl', 'mailFrom'],
  [
    ...(['meshUrl', 'meshMailbox', 'meshPasswordFile', 'meshSharedKeyFile', 'meshCertFile'] as const),
    ...(['meshKeyFile', 'meshCaFile', 'cpisMailbox', 'cpisWorkflow', 'cpisAnswers'] as const),
  ],
]

/** What is wrong between settings that are each right alone: sentences, none when all is well. */
export function crossChecks(config: Config): string[] {
  const problems = TOGETHER.flatMap(names => missingOf(config, names))
  if (config.databaseUrl !== undefined && config.databaseUrl === config.databaseOwnerUrl)
    problems.push(
      'DATABASE_URL and DATABASE_OWNER_URL must use two logins: the one that serves may not own the tables, or row-level security would not hold it.',
    )
  if (config.sessionIdleMinutes >= config.sessionAbsoluteHours * 60)
    problems.push('SESSION_IDLE_MINUTES must be shorter than SESSION_ABSOLUTE_HOURS.')
  if (config.port !== 0 && config.port === config.metricsPort)
    problems.push('PORT and METRICS_PORT must differ.')
  problems.push(...portalProblems(config))
  if (config.environment === 'production')
    for (const name of ['issuer', 'baseUrl', 'portalUrl'] as const)
      if (config[name]?.startsWith('http://'))
        problems.push(`${SETTINGS[name].variable} must start https:// in production.`)
  return problems
}

/** The portal has a login, a port and an address of its own: cookies of one host are shared by its ports. */
function portalProblems(config: Config): string[] {
  const problems: string[] = []
  const { databasePortalUrl, databaseUrl, databaseOwnerUrl, portalUrl, baseUrl } = config
  if (databasePortalUrl !== undefined && [databaseUrl, databaseOwnerUrl].includes(databasePortalUrl))
    problems.push('DATABASE_PORTAL_URL must use a login of its own, which serves families and nobody else.')
  if (config.portalPort !== 0 && [config.port, config.metricsPort].includes(config.portalPort))
    problems.push('PORTAL_PORT must differ from PORT and METRICS_PORT.')
  if (portalUrl !== undefined && baseUrl !== undefined && hostIn(portalUrl) === hostIn(baseUrl))
    problems.push(
      'PORTAL_URL must have another host name than KITH_BASE_URL: browsers share cookies between ports of one host.',
    )
  if (config.environment === 'production' && databasePortalUrl !== undefined && portalUrl === undefined)
    problems.push('Set PORTAL_URL as well: DATABASE_PORTAL_URL needs it.')
  return problems
}

const hostIn = (url: string): string => new URL(url).hostname

/** A base address may stand alone (links in messages need it without any issuer); the others ask for their whole group. */
function missingOf(config: Config, names: readonly Name[]): string[] {
  const present = names.filter(name => config[name] !== undefined)
  if (present.length === 0 || present.every(name => name === 'baseUrl')) return []
  const set = present.map(name => SETTINGS[name].variable).join(' and ')
  return names
    .filter(name => config[name] === undefined)
    .map(name => `Set ${SETTINGS[name].variable} as well: ${set} needs it.`)
}
