import { z } from 'zod'
import { notFound, type Route, route } from '#platform/http'
import { mayWrite } from '../../queries/mayWrite.ts'
import { personDetails } from '../../queries/personDetails.ts'
import { familyFrame } from '../../registry/familyFrame.ts'
import { personId } from '../params.ts'
import { personDetailsPage } from './page.ts'

/** Who a person is, with every way to change it. */
export const personDetailsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/people/:personId/details',
    admits: ['practitioner', 'duty', 'director'],
    summary: 'Who a person is: names, numbers, addresses, contacts, relationships',
    purpose: 'casework',
    params: z.object({ personId }),
    handle: async ({ work, params }) => {
      const details = await personDetails(work, params.personId)
      if (!details) return notFound
      return {
        kind: 'page',
        title: 'Details of a person',
        before: await familyFrame.draw(work, params.personId),
        content: personDetailsPage(details, await mayWrite(work, params.personId)),
        current: 'people',
        shown: { resource: 'person_details', subjectIds: [params.personId, ...details.others.keys()] },
      }
    },
  }),
]
