import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { CallingSystem } from '#platform/http'
import { keepFile, type SentFile } from '../told/keepFile.ts'
import { systemTellsPupils } from '../told/tellPupils.ts'
import type { Told } from './readRegister.ts'

export type Taken =
  | { readonly kind: 'taken'; readonly file: string; readonly isNew: boolean }
  | { readonly kind: 'not_theirs' }

/** Keeps what a system of a school told, once; for its own school alone. As the listener. */
export async function takeTold(
  work: Work,
  system: CallingSystem,
  { kind, body, told }: { readonly kind: SentFile['kind']; readonly body: Buffer; readonly told: Told },
): Promise<Taken> {
  const { rows } = await sql<{ kind: string }>`
    select kind from organisation where id = ${system.organisationId} and ended_on is null`.execute(work.db())
  const isItsOwn = told.numbers.length === 0 || told.numbers.some(number => system.codes.includes(number))
  if (rows[0]?.kind !== 'school' || !isItsOwn) return { kind: 'not_theirs' }
  const kept = await keepFile(work, {
    schoolId: system.organisationId,
    kind,
    sha256: createHash('sha256').update(body).digest(),
    pupils: told.pupils.length,
    sentBy: null,
  })
  if (kept.isNew) await systemTellsPupils(work, system.organisationId, told.pupils)
  return { kind: 'taken', file: kept.id, isNew: kept.isNew }
}
