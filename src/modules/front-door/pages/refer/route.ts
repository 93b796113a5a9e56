import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { readClockSettings } from '#modules/agencies'
import { type Reply, route, type Visit } from '#platform/http'
import { type FormIssue, html, warningText } from '#ui'
import { type Received, receiveContact } from '../../commands/receiveContact.ts'
import { receivingTeam } from '../../queries/receivingTeam.ts'
import { changeRows } from '../contact-form/changeRows.ts'
import { formErrors } from '../contact-form/formErrors.ts'
import { contactFormHtml } from '../contact-form/formHtml.ts'
import { parseContact } from '../contact-form/parseContact.ts'
import type { Typed } from '../contact-form/personFields.ts'
import { receiptHtml, referenceShape } from '../contact-form/receiptHtml.ts'
import { startingForm } from '../contact-form/startingForm.ts'

type Open = Visit<unknown, unknown, unknown>

function page({ form }: Open, sent: Typed, issues: readonly FormIssue[] = []): Reply {
  const hasErrors = issues.length > 0
  return {
    kind: 'page',
    title: 'Tell us about a child you are worried about',
    hasErrors,
    ...(hasErrors ? { status: 422 } : {}),
    content: contactFormHtml({
      kind: 'public',
      sender: null,
      organisations: [],
      sent,
      errors: formErrors(issues),
      action: '/refer',
      keys: form,
      intro: html`<h1 class="govuk-heading-l">Tell us about a child you are worried about</h1>
${warningText({ text: 'If somebody is in danger now, call 999 and ask for the police.', iconFallbackText: 'Warning' })}
<p class="govuk-body">Anyone may use this form: a parent, a neighbour, a child, somebody at work. You need not be sure, and you need not say who you are. Only what worries you has to be filled in.</p>`,
      draft: null,
    }),
    shown: 'nothing',
  }
}

async function send(visit: Open): Promise<Reply> {
  const { work, sent } = visit
  const changed = changeRows(sent)
  if (changed) return page(visit, changed)
  const parsed = parseContact(sent, 'public', null, work)
  if (!parsed.ok) return page(visit, sent, parsed.issues)
  const team = await receivingTeam(work)
  if (team === null)
    return page(visit, sent, [
      {
        path: ['worries'],
        message: 'We cannot take this form just now. Ring the council, or 999 if somebody is in danger',
      },
    ])
  const received = await receiveContact(work, parsed.wanted, team.id, null)
  const said = { ...received, isDanger: parsed.wanted.isDanger }
  return { kind: 'redirect', location: `/refer/received?${receiptQuery(said, visit.form.csrf)}` }
}

/** Only the browser that sent the form can show its receipt: nothing of it can be read back from the record. */
function receiptQuery(said: Received & { readonly isDanger: boolean }, key: string): string {
  const about = {
    reference: said.reference,
    at: said.receivedAt.toString(),
    danger: said.isDanger ? 'yes' : 'no',
  }
  return new URLSearchParams({ ...about, seal: sealOf(about, key) }).toString()
}

type About = { readonly reference: string; readonly at: string; readonly danger: string }
const sealOf = ({ reference, at, danger }: About, key: string): string =>
  createHmac('sha256', key).update(`receipt ${reference} ${at} ${danger}`).digest('base64url')

const query = z.object({
  reference: z.string().regex(referenceShape).catch(''),
  at: z.string().max(40).catch(''),
  danger: z.enum(['yes', 'no']).catch('no'),
  seal: z.string().max(60).catch(''),
})

async function receipt({
  work,
  query: asked,
  form,
}: Visit<unknown, z.infer<typeof query>, unknown>): Promise<Reply> {
  const [given, right] = [Buffer.from(asked.seal), Buffer.from(sealOf(asked, form.csrf))]
  const isOwn = given.length === right.length && timingSafeEqual(given, right)
  const content = isOwn
    ? receiptHtml(
        {
          reference: asked.reference,
          receivedAt: Temporal.Instant.from(asked.at),
          isDanger: asked.danger === 'yes',
        },
        await readClockSettings(work),
        await receivingTeam(work),
      )
    : html`<h1 class="govuk-heading-l">This receipt cannot be shown here</h1>
<p class="govuk-body">A receipt opens only in the browser that sent the form, on the same day. If you have the reference, ring the council and give it.</p>`
  return {
    kind: 'page',
    title: isOwn ? 'We have received it' : 'This receipt cannot be shown here',
    content,
    shown: 'nothing',
  }
}

const common = { admits: 'anyone', actsAs: 'receptionist', purpose: 'front_door' } as const

/** The form for anyone, without an account, and its receipt. */
export const referRoutes = [
  route({
    ...common,
    method: 'GET',
    url: '/refer',
    summary: 'The form for anyone who is worried about a child',
    handle: async visit => page(visit, startingForm),
  }),
  route({
    ...common,
    method: 'POST',
    url: '/refer',
    summary: 'Receives what anyone tells of a child',
    handle: send,
  }),
  route({
    ...common,
    method: 'GET',
    url: '/refer/received',
    query,
    summary: 'The receipt of the public form',
    handle: receipt,
  }),
]
