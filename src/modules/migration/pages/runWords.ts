import { formatDate } from '#ui'
import type { ImportRun } from '../queries/importRuns.ts'

const kinds: Readonly<Record<ImportRun['kind'], string>> = {
  cin_census: 'Children in need census',
  allocations: 'Allocations',
  workers: 'Workers',
}

/** What was imported. */
export function runTitle({ kind, referenceOn }: ImportRun): string {
  return referenceOn ? `${kinds[kind]} as at ${formatDate(referenceOn)}` : kinds[kind]
}

/** How a finding's severity reads. */
export const severityWords = {
  refused: 'Refused',
  doubted: 'Doubted',
  contradicted: 'Contradicted',
  information: 'Information',
} as const
