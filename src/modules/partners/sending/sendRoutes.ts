import { z } from 'zod'
import { organisations } from '#modules/agencies'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { button, errorsAbove, type FormIssue, fieldErrors, html, recordForm } from '#ui'
import { takeNotice } from '../taking/takeNotice.ts'
import { type FormKind, formKinds, kindWords } from '../told/kinds.ts'
import { fieldsOf } from './fields.ts'
import { parseSending } from './parseSending.ts'
import { senderOf } from './senderOf.ts'
import { namesOf, questionsHtml } from './sendingHtml.ts'

const params = z.object({ kind: z.enum(formKinds as [FormKind, ...FormKind[]]) })
type Sending = Visit<z.infer<typeof params>, unknown, unknown>
const common = { admits: ['practitioner'], purpose: 'front_door' } as const
const ofKind = { ...common, url: '/partner-notices/send/:kind', params } as const

const about: Readonly<Record<FormKind, string>> = {
  encompass:
    'The safeguarding lead of the child’s school reads this before the next school day. One notice for each child.',
  police_notification:
    'The front door decides what it leads to. What you write stays yours: it goes no further than those who decide until you say so.',
  marac:
    'The front door’s decision makers read this, and those whom they name. Nobody else of the council does.',
}

async function choose({ work }: Visit<unknown, unknown, unknown>): Promise<Reply> {
  const sender = await senderOf(work)
  if (sender === null) return notFound
  return {
    kind: 'page',
    title: 'Tell the council',
    current: '/partner-notices',
    back: '/partner-notices',
    content: html`<h1 class="govuk-heading-l">Tell the council</h1>
<p class="govuk-body">You send this for ${sender.organisation.name}. You have a reference at once.</p>
<ul class="govuk-list govuk-list--spaced">${sender.kinds.map(kind => html`<li><a class="govuk-link" href="/partner-notices/send/${kind}">${kindWords[kind]}</a><br>${about[kind]}</li>`)}
<li><a class="govuk-link" href="/front-door/contacts/new">A child or family you are worried about</a><br>A referral to the front door.</li></ul>`,
    shown: 'nothing',
  }
}

async function page(
  { work, params: { kind }, sent, form }: Sending,
  issues: readonly FormIssue[] = [],
): Promise<Reply> {
  const asked = fieldsOf[kind]
  const errors = fieldErrors(issues, [...namesOf(asked)])
  const schools = (await organisations(work)).filter(one => one.kind === 'school' && one.endedOn === null)
  return {
    kind: 'page',
    title: kindWords[kind],
    current: '/partner-notices',
    back: '/partner-notices/send',
    hasErrors: issues.length > 0,
    status: issues.length > 0 ? 422 : 200,
    content: html`${errorsAbove(errors)}<h1 class="govuk-heading-l">${kindWords[kind]}</h1><p class="govuk-body">${about[kind]}</p>
${recordForm({
  action: `/partner-notices/send/${kind}`,
  csrf: { name: '_csrf', value: form.csrf },
  idempotencyKey: form.submission,
  content: html`${questionsHtml(asked, { sent, errors, schools })}${button({ text: 'Send', preventDoubleClick: true })}`,
})}`,
    shown: 'nothing',
  }
}

async function open(visit: Sending): Promise<Reply> {
  const sender = await senderOf(visit.work)
  return sender?.kinds.includes(visit.params.kind) ? await page(visit) : notFound
}

async function send(visit: Sending): Promise<Reply> {
  const { work, params: asked, sent, files } = visit
  const sender = await senderOf(work)
  if (!sender?.kinds.includes(asked.kind) || files === undefined) return notFound
  const { body, fields } = parseSending(fieldsOf[asked.kind], sent, work.now)
  if (fields.issues.length > 0) return await page(visit, fields.issues)
  const taken = await takeNotice(work, files.sealer, {
    kind: asked.kind,
    sender: { organisationId: sender.organisation.id, sentBy: work.actor.id },
    body,
  })
  if (taken.kind === 'refused')
    return await page(
      visit,
      taken.issues.map(({ path }) => ({ path: [String(path[0] ?? '')], message: 'Check this answer' })),
    )
  return {
    kind: 'redirect',
    location: '/partner-notices/sent',
    success: `${taken.isNew ? 'Received' : 'Received before'}. Your reference is ${taken.reference}`,
  }
}

/** `/partner-notices/send`: forms for people of the police and of schools who sign in. */
export const sendRoutes = [
  route({
    ...common,
    method: 'GET',
    url: '/partner-notices/send',
    summary: 'What people of the police and schools may tell the council',
    handle: choose,
  }),
  route({ ...ofKind, method: 'GET', summary: 'The form of a notice', handle: open }),
  route({ ...ofKind, method: 'POST', summary: 'Takes a notice of the police or a school', handle: send }),
]
