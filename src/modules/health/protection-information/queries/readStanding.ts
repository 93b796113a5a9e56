import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { ProtectionKind } from '../rules/changes.ts'
import type { WorkCode } from '../rules/codes.ts'

/** How what the NHS shows stands beside the record, in numbers of the whole authority. */
export type Standing = {
  readonly current: number
  /** In force here, and nothing of it loaded there. */
  readonly notLive: number
  /** Ended or deleted here, and loaded there as it was before. */
  readonly stillLive: number
  /** In force, with an NHS number. */
  readonly held: number
  readonly unsent: number
  readonly unsentSince: Temporal.Instant | null
  readonly unconfirmed: number
  readonly unconfirmedSince: Temporal.Instant | null
  readonly kinds: readonly {
    readonly kind: ProtectionKind
    readonly current: number
    readonly notLive: number
  }[]
  /** Numbers between the first file and the last of which there is none. */
  readonly gaps: readonly number[]
  readonly work: readonly {
    readonly code: WorkCode
    readonly open: number
    readonly oldest: Temporal.Instant
  }[]
}

type Told = Omit<Standing, 'unsentSince' | 'unconfirmedSince' | 'work'> & {
  readonly unsentSince: string | null
  readonly unconfirmedSince: string | null
  readonly work: readonly { readonly code: WorkCode; readonly open: number; readonly oldest: string }[]
}

/** Numbers of no child, whoever asks. */
export async function readStanding(work: Work): Promise<Standing> {
  const { rows } = await sql<{ told: Told }>`select access.protection_standing() as told`.execute(work.db())
  const told = rows[0]?.told
  if (told === undefined) throw new Error('Standing is one row')
  const instant = (text: string | null) => (text === null ? null : Temporal.Instant.from(text))
  return {
    ...told,
    unsentSince: instant(told.unsentSince),
    unconfirmedSince: instant(told.unconfirmedSince),
    work: told.work.map(one => ({ ...one, oldest: Temporal.Instant.from(one.oldest) })),
  }
}
