import { rolesOf } from '#modules/agencies'
import type { UserClass, Work } from '#platform/db'

/** Classes of user among whom are those who keep the workforce's tables: leaders of areas are practitioners. */
export const keeping: readonly UserClass[] = ['administrator', 'director', 'practitioner']

/** Whether the acting person keeps the establishment, its money and its roll-out; nobody writes into a past moment. */
export async function mayKeep(work: Work): Promise<boolean> {
  if (work.knownAt !== null) return false
  const { id, class: actorClass } = work.actor
  if (actorClass === 'administrator' || actorClass === 'director') return true
  return actorClass === 'practitioner' && (await rolesOf(work, id)).has('service_leader')
}
