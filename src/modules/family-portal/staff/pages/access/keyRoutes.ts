import { z } from 'zod'
import { recordWriters, uuidParam } from '#modules/casework'
import { currentAddresses, personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import { notFound, type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import type { Html } from '#ui'
import { giveCard } from '../../commands/giveCard.ts'
import { giveInvitation } from '../../commands/giveInvitation.ts'
import { accountsOf } from '../../queries/accountsOf.ts'
import { cardLetterPage, letterPage } from './letterPage.ts'

const base = '/people/:personId/family-access/:accountId'
const params = z.object({ personId: uuidParam, accountId: uuidParam })
type Params = z.infer<typeof params>
type To = Parameters<typeof letterPage>[2]
type Letter = { readonly title: string; readonly resource: string; readonly content: (to: To) => Html }

/** @param give makes the keys of an account that stands; null where there are none to make */
async function keysOnLetter(
  work: Work,
  { personId, accountId }: Params,
  give: (accountId: Uuid) => Promise<Letter | null>,
): Promise<Reply> {
  const account = (await accountsOf(work, personId)).find(({ id }) => id === accountId)
  if (account === undefined || account.closedAt !== null) return notFound
  const [person] = await personSummaries(work, [account.of])
  if (person === undefined) return notFound
  const letter = await give(account.id)
  if (letter === null) return notFound
  const address = (await currentAddresses(work, [account.of])).get(account.of) ?? { outcome: 'none' as const }
  return {
    kind: 'page',
    title: `${letter.title} - Record`,
    content: letter.content({ name: person.displayName, address }),
    shown: { resource: letter.resource, subjectIds: [personId, account.of] },
  }
}

const common = { method: 'POST', purpose: 'family_access', admits: recordWriters, params } as const

const invite = route({
  ...common,
  url: `${base}/invitation`,
  summary: 'Makes an invitation, whose code is shown once',
  handle: ({ work, params: at }) =>
    keysOnLetter(work, at, async accountId => {
      const invitation = await giveInvitation(work, accountId)
      const content = (to: To) => letterPage(at.personId, invitation, to)
      return { title: 'Invitation', resource: 'family_invitation', content }
    }),
})

const card = route({
  ...common,
  url: `${base}/card`,
  summary: 'Makes another card for somebody who lost theirs, shown once',
  handle: ({ work, params: at }) =>
    keysOnLetter(work, at, async accountId => {
      const numbers = await giveCard(work, accountId)
      const content = (to: To) => cardLetterPage(at.personId, numbers ?? [], to)
      return numbers && { title: 'Card', resource: 'family_card', content }
    }),
})

/** Keys to the portal, each shown once, on a letter to whom they are for. */
export const keyRoutes = [invite, card]
