import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { knowsOf } from '../rules/knowsOf.ts'
import type { Hit } from './letterBody.ts'
import type { Letter } from './readLetters.ts'
import { type Rendering, renderedText, renderingHash } from './renderLetter.ts'

/**
 * Looks for protected addresses, and for ways of contact marked unsafe, in everything that the recipient would read. The
 * database answers, since whoever writes may not know what must not be told; it never answers for what is the recipient's own.
 */
export async function protectedHits(
  work: Work,
  letter: Letter,
  rendering: Rendering,
): Promise<readonly Hit[]> {
  const recipient = letter.recipient.kind === 'person' ? letter.recipient.id : null
  return hitsIn(work, letter.personIds, recipient, renderedText(rendering))
}

/** The same of any text about these people, the record of each of whom the acting person reads. @param recipient who will read it */
export async function hitsIn(
  work: Work,
  about: readonly Uuid[],
  recipient: Uuid | null,
  text: string,
): Promise<readonly Hit[]> {
  const answer = await sql<{ person_id: Uuid | null; kind: Hit['kind'] }>`
    select person_id, kind from access.protected_hits(${[...about]}::uuid[], ${recipient}::uuid,
      ${text}) order by kind, person_id`.execute(work.db())
  return answer.rows.map(row => ({ personId: row.person_id, kind: row.kind }))
}

/** Whether two people released this very rendering, knowing of each of these hits. */
export function isReleased(letter: Letter, rendering: Rendering, hits: readonly Hit[]): boolean {
  if (hits.length === 0) return true
  return (
    new Set(letter.releasedBy).size >= 2 &&
    letter.releasedHash?.equals(renderingHash(rendering)) === true &&
    knowsOf(letter.held?.hits ?? [], hits)
  )
}
