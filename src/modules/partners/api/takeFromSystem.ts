import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Sealer } from '#platform/files'
import type { CallingSystem } from '#platform/http'
import { takeNotice } from '../taking/takeNotice.ts'
import { type NoticeKind, sendersOf } from '../told/kinds.ts'
import type { Refused } from './keepRefused.ts'

type FromSystem = { readonly kind: NoticeKind; readonly body: unknown; readonly system: CallingSystem }

export type TakenFromSystem =
  | { readonly kind: 'taken'; readonly reference: string; readonly isNew: boolean }
  | { readonly kind: 'refused'; readonly refused: Refused }

/** Takes a notice from a system, where its organisation may send notices of this kind. Service listener. */
export async function takeFromSystem(
  work: Work,
  sealer: Sealer,
  { kind, body, system }: FromSystem,
): Promise<TakenFromSystem> {
  const { rows } = await sql<{
    kind: string
  }>`select kind from organisation where id = ${system.organisationId} and ended_on is null`.execute(
    work.db(),
  )
  if (!sendersOf[kind].includes(rows[0]?.kind ?? ''))
    return { kind: 'refused', refused: { fault: 'not_theirs', errors: [] } }
  const sender = { organisationId: system.organisationId, sentBy: null }
  const taken = await takeNotice(work, sealer, { kind, sender, body })
  if (taken.kind === 'taken') return taken
  const errors = taken.issues
    .slice(0, 20)
    .map(({ path, message }) => ({ at: path.join('.'), words: message }))
  return { kind: 'refused', refused: { fault: 'not_as_agreed', errors } }
}
