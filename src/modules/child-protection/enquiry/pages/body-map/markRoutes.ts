import { z } from 'zod'
import {
  Fields,
  type LongForm,
  longFormHtml,
  openLongForm,
  personParams,
  type RecordFrame,
  recordFrame,
  recordWriters,
  refusedLongForm,
  uuidParam,
} from '#modules/casework'
import { personSummary } from '#modules/people'
import { answerSaveDraft, dropDraft, SAVE_DRAFT } from '#platform/drafts'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { errorsAbove, type FormIssue, fieldErrors, html } from '#ui'
import { mayBeImmobile } from '../../body-map/markWords.ts'
import { recordMark } from '../../commands/recordMark.ts'
import { openEnquiries } from '../../queries/enquirable.ts'
import { type Mark, marksOf } from '../../queries/marksOf.ts'
import { markFields } from './markFields.ts'
import { freshMark, type MarkContext, markOrder, parseMark, pointed } from './markForm.ts'

type Params = { readonly personId: Uuid; readonly markId?: Uuid }
const query = z.object({ draft: z.literal('open').optional().catch(undefined) })
type MarkVisit = Visit<Params, z.infer<typeof query>, unknown>
type Opened = { readonly frame: RecordFrame; readonly context: MarkContext }

const pathOf = ({ personId, markId }: Params): string =>
  `/people/${personId}/body-map/${markId === undefined ? 'new' : `${markId}/correct`}`
const keyOf = (params: Params) => ({
  form: 'body-map',
  recordKey: params.markId ?? params.personId,
  path: pathOf(params),
})

async function open({ work, params, me }: MarkVisit): Promise<Opened | null> {
  const frame = await recordFrame(work, params.personId, null)
  if (!frame?.mayWrite) return null
  const corrects =
    params.markId === undefined ? null : await toCorrect(await marksOf(work, params.personId), params.markId)
  const person = await personSummary(work, params.personId)
  if (person === null || corrects === undefined) return null
  const enquiry = (await openEnquiries(work, [params.personId]))[0]
  const isBaby = mayBeImmobile(person, work.today)
  const { personId } = params
  return {
    frame,
    context: { personId, enquiryId: enquiry?.id ?? null, isBaby, corrects, me: me.name, now: work.now },
  }
}

/** A mark of this child; one that was withdrawn is nobody's to correct. */
const toCorrect = (marks: readonly Mark[], markId: Uuid): Mark | undefined =>
  marks.find(({ id, isWithdrawn }) => id === markId && !isWithdrawn)

function reply(visit: MarkVisit, { frame, context }: Opened, form: LongForm, status: 200 | 409 | 422): Reply {
  const { params, work } = visit
  const title = context.corrects === null ? 'Record a mark' : `Correct mark ${context.corrects.number}`
  return {
    kind: 'page',
    status,
    title: `${title} - Body map`,
    hasErrors: form.errors.list.length > 0,
    before: frame.before,
    content: html`${errorsAbove(form.errors)}
<h1 class="govuk-heading-l">${title}</h1>
${longFormHtml(form, {
  keys: visit.form,
  now: work.now,
  submit: 'Save for good',
  cancel: `/people/${params.personId}/body-map`,
  fields: markFields(context, form.values, form.errors),
})}`,
    shown: { resource: 'body_map', subjectIds: [params.personId] },
  }
}

const errorsOf = (issues: readonly FormIssue[]) => fieldErrors(issues, markOrder, { seen: 'seen-day' })

async function show(visit: MarkVisit): Promise<Reply> {
  const opened = await open(visit)
  if (opened === null) return notFound
  const { work, params, query: asked } = visit
  const form = await openLongForm(work, keyOf(params), asked.draft === 'open', freshMark(opened.context))
  return reply(visit, opened, form, 200)
}

async function send(visit: MarkVisit): Promise<Reply> {
  const { work, params, sent } = visit
  const opened = await open(visit)
  if (opened === null) return notFound
  const key = keyOf(params)
  if (sent[SAVE_DRAFT] !== undefined) return answerSaveDraft(visit, key.form, key.recordKey)
  const refuse = async (values: typeof sent, issues: readonly FormIssue[], status: 200 | 409 | 422) =>
    reply(visit, opened, await refusedLongForm(work, key, values, errorsOf(issues)), status)
  const place = pointed(sent)
  if (place !== null) {
    const beside = {
      path: ['region'],
      message: 'There is no part of the body there. Press again, or choose it from the list',
    }
    return refuse(place.values, place.isBeside ? [beside] : [], place.isBeside ? 422 : 200)
  }
  const fields = new Fields(sent)
  const mark = parseMark(fields, sent, opened.context)
  if (mark === null) return refuse(sent, fields.issues, 422)
  if (opened.context.corrects?.correctedBy != null || (await recordMark(work, mark)) === 'corrected')
    return refuse(
      sent,
      [
        {
          path: ['reason'],
          message:
            'Somebody has corrected this mark meanwhile. Look at the body map, and correct what stands there now',
        },
      ],
      409,
    )
  await dropDraft(work, key.form, key.recordKey)
  const success = opened.context.corrects === null ? 'Mark recorded' : 'Correction recorded'
  return { kind: 'redirect', location: `/people/${params.personId}/body-map`, success }
}

const common = { admits: recordWriters, purpose: 'casework', query } as const
const once = { ...common, url: '/people/:personId/body-map/new', params: personParams }
const again = {
  ...common,
  url: '/people/:personId/body-map/:markId/correct',
  params: personParams.extend({ markId: uuidParam }),
}

/** Writes marks into the body map, and corrects them. */
export const markRoutes = [
  route({ ...once, method: 'GET', summary: 'The form for a mark on a child’s body', handle: show }),
  route({ ...once, method: 'POST', summary: 'Records a mark on a child’s body', handle: send }),
  route({ ...again, method: 'GET', summary: 'The form that corrects a mark of the body map', handle: show }),
  route({ ...again, method: 'POST', summary: 'Corrects a mark of the body map', handle: send }),
]
