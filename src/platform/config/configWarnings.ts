import type { Config } from './config.ts'

/** Sentences to log at start: choices that run, but that an operator should know of. */
export function configWarnings(config: Config): string[] {
  if (config.environment !== 'production') return []
  const warnings: string[] = []
  if (config.databaseUrl === undefined)
    warnings.push(
      'DATABASE_URL is not set, so the embedded PostgreSQL is used: it suits trials. In production run PostgreSQL 18 with patches, replicas and backups of your own.',
    )
  if (config.keysFolder.startsWith(config.dataFolder))
    warnings.push(
      'KITH_KEYS lies inside KITH_DATA: one stolen backup would then hold both the record and its keys.',
    )
  if (config.smtpUrl === undefined)
    warnings.push('SMTP_URL is not set: messages stay in the outbox and nobody receives them.')
  if (config.clamd === undefined)
    warnings.push(
      'CLAMD is not set: files are stored, but nobody can open them until a scanner has looked through them.',
    )
  return warnings
}
