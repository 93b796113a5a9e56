import { organisations, rolesOf, roleWords, workerCard } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { FormKind, Sender } from '../pages/contact-form/parseContact.ts'
import { sourceOf } from '../rules/sources.ts'

/** Whether the acting person writes down what others tell, or sends in their own name for an agency; and who they are then. */
export async function senderOf(
  work: Work,
): Promise<{ readonly kind: FormKind; readonly sender: Sender | null }> {
  const card = await workerCard(work, work.actor.id)
  const own = (await organisations(work)).find(({ id }) => id === card?.organisationId)
  if (card === null || own === undefined || own.kind === 'council' || work.actor.class === 'duty')
    return { kind: 'worker', sender: null }
  const roles = await rolesOf(work, work.actor.id)
  const sender = {
    source: sourceOf(roles, own.kind),
    name: card.displayName,
    role: [...roles].map(role => roleWords[role]).join(', ') || null,
    organisationId: own.id,
    organisation: own.name,
    telephone: card.telephone ?? own.telephone,
    email: card.email,
  }
  return { kind: 'partner', sender }
}
