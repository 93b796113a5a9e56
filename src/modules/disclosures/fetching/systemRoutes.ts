import { serviceActor, type Work } from '#platform/db'
import { problemAnswer, type SystemAnswer, type SystemCall, type SystemRoute } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { publicKey } from '../sending/signingKey.ts'
import { acknowledge, fetchNotification } from './notifications.ts'

const none: SystemAnswer = {
  status: 404,
  type: 'application/problem+json',
  body: JSON.stringify({ type: 'urn:kith:not_found', status: 404, title: 'There is no such notification' }),
}

const json = (value: unknown): SystemAnswer => ({
  status: 200,
  type: 'application/json',
  body: JSON.stringify(value),
})

/** Runs as the listener, for the calling system and the notification that it names; an id that is no id is like one that is nobody's. */
async function asked(
  { system, params, database, correlation }: SystemCall,
  answer: (work: Work, id: Uuid, systemId: Uuid) => Promise<SystemAnswer>,
): Promise<SystemAnswer> {
  const id = parseUuid(params['id'] ?? '')
  if (id === null || system === null) return none
  return await database.as(serviceActor('listener'), 'disclosures', work => answer(work, id, system.id), {
    correlation,
  })
}

/** Where a system fetches what a notice was about and says that it arrived, and the key by which it checks notices. */
export const systemRoutes: readonly SystemRoute[] = [
  {
    method: 'GET',
    url: '/api/notifications/:id',
    scope: 'notification.read',
    summary: 'What a notice was about: the least that its topic needs',
    refuse: problemAnswer,
    handle: call =>
      asked(call, async (work, id, systemId) => {
        const found = await fetchNotification(work, id, systemId)
        return found === null ? none : json(found)
      }),
  },
  {
    method: 'POST',
    url: '/api/notifications/:id/acknowledgement',
    scope: 'notification.ack',
    summary: 'Says that a notice has arrived, so that it is not sent again',
    refuse: problemAnswer,
    handle: call =>
      asked(call, async (work, id, systemId) =>
        (await acknowledge(work, id, systemId)) ? json({ id, state: 'acknowledged' }) : none,
      ),
  },
  {
    method: 'GET',
    url: '/.well-known/jwks.json',
    scope: null,
    summary: 'The public key by which notices are signed',
    refuse: problemAnswer,
    handle: async ({ database }) => {
      const key = await database.as(serviceActor('listener'), 'disclosures', publicKey)
      return json({ keys: key === null ? [] : [key] })
    },
  },
]
