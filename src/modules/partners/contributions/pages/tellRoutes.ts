import { z } from 'zod'
import {
  dayValues,
  Fields,
  type FormValues,
  type LongForm,
  openLongForm,
  personParams,
  refusedLongForm,
  uuidParam,
} from '#modules/casework'
import { answerSaveDraft, dropDraft, SAVE_DRAFT } from '#platform/drafts'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { type FormIssue, fieldErrors } from '#ui'
import { contribute } from '../commands/contribute.ts'
import { saidFields, type Told } from '../told.ts'
import { pathOf } from './contributionHtml.ts'
import { parseTold } from './parseTold.ts'
import { type Source, sourceOf } from './sourceOf.ts'
import { tellPage } from './tellPage.ts'

const query = z.object({ draft: z.literal('open').optional().catch(undefined) })
const corrected = personParams.extend({ contributionId: uuidParam })
type Params = z.infer<typeof personParams> & { readonly contributionId?: z.infer<typeof uuidParam> }
type Telling = Visit<Params, z.infer<typeof query>, unknown>

const keyOf = ({ personId, contributionId }: Params) => ({
  form: contributionId === undefined ? 'contribution' : 'contribution-correction',
  recordKey: contributionId ?? personId,
  path: pathOf(personId, contributionId === undefined ? '/new' : `/${contributionId}/correct`),
})

/** A correction begins with what stands. */
function fresh({ corrects }: Source): FormValues {
  if (corrects === null) return {}
  const said = Object.fromEntries(saidFields.map(field => [field, corrects[field] ?? '']))
  return { ...said, ...dayValues('seenOn', corrects.seenOn) }
}

async function show(visit: Telling): Promise<Reply> {
  const { work, params } = visit
  const source = await sourceOf(work, params)
  if (source === null) return notFound
  const form = await openLongForm(work, keyOf(params), visit.query.draft === 'open', fresh(source))
  return tellPage(visit, source, form)
}

async function send(visit: Telling): Promise<Reply> {
  const { work, params, sent } = visit
  const source = await sourceOf(work, params)
  if (source === null) return notFound
  const key = keyOf(params)
  if (sent[SAVE_DRAFT] !== undefined) return answerSaveDraft(visit, key.form, key.recordKey)
  const fields = new Fields(sent)
  const told = parseTold(fields, work.today)
  const reason = source.corrects === null ? null : fields.text('reason', 1_000, 'Enter why it is corrected')
  if (fields.issues.length > 0) return tellPage(visit, source, await refused(visit, fields.issues))
  if (!(await keep(visit, source, told, reason))) {
    const issue = { path: ['worries'], message: 'It was corrected meanwhile: read what stands now' }
    return tellPage(visit, source, await refused(visit, [issue]))
  }
  await dropDraft(work, key.form, key.recordKey)
  const success = 'Told. Whoever holds the record reads it, and you see when'
  return { kind: 'redirect', location: pathOf(params.personId), success }
}

const refused = ({ work, params, sent }: Telling, issues: readonly FormIssue[]): Promise<LongForm> =>
  refusedLongForm(
    work,
    keyOf(params),
    sent,
    fieldErrors(issues, ['seenOn', ...saidFields, 'reason'], { seenOn: 'seenOn-day' }),
  )

const keep = ({ work, params, form }: Telling, source: Source, told: Told, reason: string | null) =>
  contribute(work, {
    ...told,
    personId: params.personId,
    organisationId: source.organisationId,
    role: source.role,
    corrects: source.corrects === null ? null : { id: source.corrects.id, reason: reason ?? '' },
    submission: form.submission,
  })

const here = { admits: ['practitioner'], purpose: 'casework', query } as const
const anew = { ...here, url: '/people/:personId/contributions/new', params: personParams } as const
const again = {
  ...here,
  url: '/people/:personId/contributions/:contributionId/correct',
  params: corrected,
} as const

/** Five fields for whoever works with a child for another agency, and the same for a correction by its author. */
export const tellRoutes = [
  route({ ...anew, method: 'GET', summary: 'The form that tells what another agency knows', handle: show }),
  route({ ...anew, method: 'POST', summary: 'Tells what another agency knows of a child', handle: send }),
  route({ ...again, method: 'GET', summary: 'The form that corrects what one told', handle: show }),
  route({
    ...again,
    method: 'POST',
    summary: 'Corrects what one told, by another text beside it',
    handle: send,
  }),
]
