import { z } from 'zod'
import { Fields, personParams, recordFrame, recordReaders, recordWriters, uuidParam } from '#modules/casework'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import { type FormKeys, notFound, type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type FieldErrors, fieldErrors } from '#ui'
import { hearWord, settleAlarm } from '../../commands/hearWords.ts'
import { alarmsOf, childWords, familyAnswers } from '../../queries/wordsOf.ts'
import { wordsPage } from './page.ts'

const base = '/people/:personId/family-words'
const common = { purpose: 'family_access' } as const

async function pageOf(
  {
    work,
    params,
    form,
  }: { readonly work: Work; readonly params: { readonly personId: Uuid }; readonly form: FormKeys },
  errors: FieldErrors,
  status = 422,
): Promise<Reply> {
  const { personId } = params
  const frame = await recordFrame(work, personId, null)
  if (frame === null || !frame.readsRecord) return notFound
  const words = await childWords(work, personId)
  const answers = await familyAnswers(work, personId)
  const alarms = await alarmsOf(work, personId)
  const ids = [...new Set([...answers.map(({ by }) => by), ...alarms.map(({ of }) => of)])]
  const people = new Map((await personSummaries(work, ids)).map(person => [person.id, person.displayName]))
  return {
    kind: 'page',
    status: errors.list.length > 0 ? status : 200,
    title: 'What the family has said - Record',
    hasErrors: errors.list.length > 0,
    before: frame.before,
    content: wordsPage({
      childId: personId,
      words,
      answers,
      alarms,
      people,
      mayWrite: frame.mayWrite && work.knownAt === null,
      errors,
      keys: form,
    }),
    shown: { resource: 'family_word', subjectIds: [...new Set([personId, ...people.keys()])] },
  }
}

const show = route({
  ...common,
  method: 'GET',
  url: base,
  admits: recordReaders,
  summary: 'What a child wrote on their own page, and what the family answered',
  params: personParams,
  handle: visit => pageOf(visit, fieldErrors([])),
})

const hear = route({
  ...common,
  method: 'POST',
  url: `${base}/:wordId/heard`,
  admits: recordWriters,
  summary: 'Says that a child’s words were read',
  params: z.object({ personId: uuidParam, wordId: uuidParam }),
  async handle({ work, params }): Promise<Reply> {
    if (!(await hearWord(work, params))) return notFound
    return {
      kind: 'redirect',
      location: `/people/${params.personId}/family-words`,
      success: 'The child can see that it was read',
    }
  },
})

const settle = route({
  ...common,
  method: 'POST',
  url: `${base}/alarms/:alarmId`,
  admits: recordWriters,
  summary: 'Says what was found after somebody saw what they should not',
  params: z.object({ personId: uuidParam, alarmId: uuidParam }),
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const name = `because-${params.alarmId}`
    const fields = new Fields(sent)
    const because = fields.text(name, 2_000, 'Enter what you found and what you did')
    if (because === null) return pageOf(visit, fieldErrors(fields.issues))
    const settled = await settleAlarm(work, { ...params, because })
    if (settled === 'none') return notFound
    if (settled === 'was settled')
      return pageOf(
        visit,
        fieldErrors([
          {
            path: [name],
            message: `Somebody else answered it first, as you see below. You wrote: ${because}`,
          },
        ]),
        409,
      )
    return {
      kind: 'redirect',
      location: `/people/${params.personId}/family-words`,
      success: 'Kept. What was hidden shows again, unless it was withdrawn',
    }
  },
})

export const wordsRoutes = [show, hear, settle]
