import { z } from 'zod'
import { notFound, type Reply, type Route, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { fieldErrors } from '#ui'
import { uuidParam } from '../../pages/params.ts'
import { personSummaries } from '../../queries/personSummaries.ts'
import { sayNotSame, withdrawNotSame } from '../commands/notSame.ts'
import { duplicatesOf } from '../queries/duplicatesOf.ts'
import { mayMerge } from '../queries/mergeMark.ts'
import { namesOfWorkers } from '../queries/merges.ts'
import { duplicatesPage, notSamePage } from './duplicatesPage.ts'
import { textOf } from './readChoices.ts'

const one = z.object({ personId: uuidParam })
const two = z.object({ personId: uuidParam, otherId: uuidParam })
const common = { admits: ['practitioner', 'duty'], purpose: 'casework' } as const
type PairVisit = Visit<{ personId: Uuid; otherId: Uuid }, unknown, unknown>

async function pairPage(visit: PairVisit, message: string | null): Promise<Reply> {
  const { personId, otherId } = visit.params
  if (personId === otherId || (await mayMerge(visit.work, personId, otherId)) === null) return notFound
  const found = await duplicatesOf(visit.work, personId)
  const people = await personSummaries(visit.work, [personId, otherId])
  if (!found || people.length < 2) return notFound
  const said = found.notSame.find(row => row.otherId === otherId) ?? null
  const errors = fieldErrors(message === null ? [] : [{ path: ['why'], message }])
  return {
    kind: 'page',
    status: message === null ? 200 : 422,
    hasErrors: message !== null,
    title: 'Not the same person',
    content: notSamePage({ people, said, errors, typed: textOf(visit.sent, 'why'), form: visit.form }),
    current: 'people',
    back: `/people/${personId}/duplicates`,
    shown: { resource: 'person', subjectIds: [personId, otherId] },
  }
}

/** Says it, or withdraws it where it stands already. */
async function say(visit: PairVisit): Promise<Reply> {
  const { work, params, sent } = visit
  const why = textOf(sent, 'why')
  if (why === '' || why.length > 2000)
    return pairPage(visit, 'Enter how you know, in 2,000 characters or fewer')
  const found = await duplicatesOf(work, params.personId)
  const said = found?.notSame.find(row => row.otherId === params.otherId)
  const withdraws = sent['step'] === 'withdraw'
  if (withdraws && !said) return notFound
  const outcome =
    withdraws && said
      ? await withdrawNotSame(work, { id: said.id, why })
      : await sayNotSame(work, { one: params.personId, other: params.otherId, why })
  if (outcome === 'not_found') return notFound
  const success = withdraws ? 'Withdrawn: they may be the same person' : 'Kept: they are not the same person'
  return { kind: 'redirect', location: `/people/${params.personId}/duplicates`, success }
}

/** Who may be recorded twice, and saying that somebody is not. */
export const possibleDuplicateRoutes: readonly Route[] = [
  route({
    ...common,
    method: 'GET',
    url: '/people/:personId/duplicates',
    summary: 'Other records that may be of the same person',
    params: one,
    async handle({ work, params }): Promise<Reply> {
      const found = await duplicatesOf(work, params.personId)
      if (!found) return notFound
      const others = await personSummaries(
        work,
        found.notSame.map(({ otherId }) => otherId),
      )
      const workers = await namesOfWorkers(
        work,
        found.notSame.map(({ saidBy }) => saidBy),
      )
      const held = found.candidates.flatMap(row => (row.found.held ? row.found.person.id : row.found.id))
      return {
        kind: 'page',
        title: 'Possible duplicates',
        content: duplicatesPage({
          ...found,
          others: new Map(others.map(person => [person.id, person])),
          workers,
        }),
        current: 'people',
        back: `/people/${params.personId}/details`,
        shown: {
          resource: 'person',
          subjectIds: [params.personId, ...held, ...others.map(({ id }) => id)],
          action: 'search',
        },
      }
    },
  }),
  route({
    ...common,
    method: 'GET',
    url: '/people/:personId/duplicates/:otherId',
    summary: 'Form to say that two records are of two people, or to withdraw it',
    params: two,
    handle: visit => pairPage(visit, null),
  }),
  route({
    ...common,
    method: 'POST',
    url: '/people/:personId/duplicates/:otherId',
    summary: 'Says that two records are of two people, or withdraws it',
    params: two,
    handle: say,
  }),
]
