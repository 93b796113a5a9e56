import { type AgenciesTables, posts } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/**
 * Which of these workers may be a lead practitioner: practitioners by class who hold a post today, of whatever agency and
 * team. A school's safeguarding lead or a health visitor may lead a child in need plan (Working Together 2023, chapter 3);
 * the team that holds the child stays responsible.
 */
export async function practitionersInPost(
  work: Work,
  workerIds: readonly Uuid[],
): Promise<ReadonlySet<Uuid>> {
  if (workerIds.length === 0) return new Set()
  const rows = await work
    .db<AgenciesTables>()
    .selectFrom('worker')
    .select('id')
    .where('id', 'in', workerIds)
    .where('class', '=', 'practitioner')
    .execute()
  const practitioners = new Set(rows.map(({ id }) => id))
  const held = await posts(work, { workerIds })
  return new Set(
    held
      .filter(post => practitioners.has(post.workerId) && post.role !== 'business_support')
      .map(post => post.workerId),
  )
}
