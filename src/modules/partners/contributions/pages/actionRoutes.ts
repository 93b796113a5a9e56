import type { z } from 'zod'
import { Fields, personParams, recordFrame, recordWriters, uuidParam } from '#modules/casework'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { answerSource, askSource, letFamilyKnow, markContributionRead } from '../commands/keepContribution.ts'
import { type Contribution, contributionsOf } from '../queries/readContributions.ts'
import { pathOf } from './contributionHtml.ts'
import { contributionsPage } from './listRoute.ts'

const ofOne = personParams.extend({ contributionId: uuidParam })
const ofQuery = personParams.extend({ queryId: uuidParam })
type One = Visit<z.infer<typeof ofOne>, unknown, unknown>

const back = (personId: z.infer<typeof ofOne>['personId'], success: string): Reply => ({
  kind: 'redirect',
  location: pathOf(personId),
  success,
})

/** The contribution at this address, as far as the reader may read it. */
const found = async ({ work, params }: One): Promise<Contribution | undefined> =>
  (await contributionsOf(work, params.personId)).find(({ id }) => id === params.contributionId)

/** @returns whether the acting person writes the child's record: who reads for the council, and asks the source */
const keepsRecord = async ({ work, params }: One): Promise<boolean> =>
  (await recordFrame(work, params.personId, null))?.mayWrite === true

async function read(visit: One): Promise<Reply> {
  const one = await found(visit)
  if (one === undefined || !(await keepsRecord(visit))) return notFound
  await markContributionRead(visit.work, one.id)
  return back(visit.params.personId, 'Kept: you have read it, and its author sees that')
}

async function share(visit: One): Promise<Reply> {
  const one = await found(visit)
  const answer = visit.sent['family']
  if (one === undefined || one.authorId !== visit.work.actor.id || (answer !== 'yes' && answer !== 'no'))
    return notFound
  await letFamilyKnow(visit.work, one.id, answer === 'yes')
  return back(visit.params.personId, 'Kept: whether the family may be told')
}

async function ask(visit: One): Promise<Reply> {
  const one = await found(visit)
  if (one === undefined || one.authorId === visit.work.actor.id || !(await keepsRecord(visit)))
    return notFound
  const field = `question-${one.id}`
  const fields = new Fields({ [field]: visit.sent['question'] })
  const question = fields.text(field, 2_000, 'Enter what should be corrected')
  if (question === null) return await contributionsPage(visit, fields.issues)
  const isAsked = await askSource(visit.work, one, question)
  return back(
    visit.params.personId,
    isAsked ? 'Asked. Its author sees it in their work' : 'A question of a colleague waits already',
  )
}

async function answer(visit: Visit<z.infer<typeof ofQuery>, unknown, unknown>): Promise<Reply> {
  const { work, params, sent } = visit
  const own = (await contributionsOf(work, params.personId)).filter(
    ({ authorId }) => authorId === work.actor.id,
  )
  const query = own.flatMap(({ queries }) => queries).find(({ id }) => id === params.queryId)
  if (query === undefined) return notFound
  const field = `answer-${query.id}`
  const fields = new Fields({ [field]: sent['answer'] })
  const words = fields.text(field, 2_000, 'Enter why it stands')
  if (words === null) return await contributionsPage(visit, fields.issues)
  const isAnswered = await answerSource(work, query.id, words)
  return back(params.personId, isAnswered ? 'Answered' : 'It was answered before')
}

const here = { method: 'POST', purpose: 'casework' } as const
const base = '/people/:personId/contributions'

/** What may be done with a contribution: read, answered for, asked about. */
export const actionRoutes = [
  route({
    ...here,
    url: `${base}/:contributionId/read`,
    admits: recordWriters,
    params: ofOne,
    summary: 'Says that whoever holds the record has read what another agency told',
    handle: read,
  }),
  route({
    ...here,
    url: `${base}/:contributionId/family`,
    admits: ['practitioner'],
    params: ofOne,
    summary: 'Its author says whether the family may be told',
    handle: share,
  }),
  route({
    ...here,
    url: `${base}/:contributionId/ask`,
    admits: recordWriters,
    params: ofOne,
    summary: 'Asks the source to correct what it told',
    handle: ask,
  }),
  route({
    ...here,
    url: `${base}/queries/:queryId`,
    admits: ['practitioner'],
    params: ofQuery,
    summary: 'Its author says why a contribution stands',
    handle: answer,
  }),
]
