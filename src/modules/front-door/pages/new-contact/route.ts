import { z } from 'zod'
import { organisations } from '#modules/agencies'
import {
  answerSaveDraft,
  type Draft,
  draftBanner,
  dropDraft,
  readDraft,
  SAVE_DRAFT,
  saveDraft,
} from '#platform/drafts'
import { type Reply, route, type Visit } from '#platform/http'
import type { FormIssue } from '#ui'
import { html } from '#ui'
import { receiveContact } from '../../commands/receiveContact.ts'
import { contactByReference } from '../../queries/contactByReference.ts'
import { receivingTeam } from '../../queries/receivingTeam.ts'
import { senderOf } from '../../queries/senderOf.ts'
import { changeRows } from '../contact-form/changeRows.ts'
import { formErrors } from '../contact-form/formErrors.ts'
import { CONTACT_DRAFT, contactFormHtml } from '../contact-form/formHtml.ts'
import { parseContact } from '../contact-form/parseContact.ts'
import type { Typed } from '../contact-form/personFields.ts'
import { startingForm } from '../contact-form/startingForm.ts'

const query = z.object({ draft: z.literal('open').optional().catch(undefined) })
type NewVisit = Visit<unknown, z.infer<typeof query>, unknown>

const URL = '/front-door/contacts/new'
const noTeam: Reply = {
  kind: 'forbidden',
  ask: 'No team receives contacts yet. Ask an administrator to add a front door team.',
}

type Shown = {
  readonly sent: Typed
  readonly issues?: readonly FormIssue[]
  readonly draft?: Draft | null
  readonly offered?: Draft | null
}

async function show(
  visit: NewVisit,
  { sent, issues = [], draft = null, offered = null }: Shown,
): Promise<Reply> {
  const { work, form } = visit
  const { kind, sender } = await senderOf(work)
  const banner = offered
    ? draftBanner(offered, {
        keys: form,
        now: work.now,
        continuePath: `${URL}?draft=open`,
        afterDiscard: URL,
      })
    : html``
  const title = kind === 'worker' ? 'Record a contact' : 'Refer a child or family'
  const content = contactFormHtml({
    kind,
    sender,
    organisations: (await organisations(work)).filter(({ endedOn }) => endedOn === null),
    sent,
    errors: formErrors(issues),
    action: URL,
    keys: form,
    intro: html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">If somebody is in danger now, call 999 first. Only what worries ${kind === 'worker' ? 'them' : 'you'} has to be filled in.</p>${banner}`,
    draft: { key: CONTACT_DRAFT, opened: draft },
  })
  const hasErrors = issues.length > 0
  return {
    kind: 'page',
    title,
    current: '/front-door',
    content,
    hasErrors,
    ...(hasErrors ? { status: 422 } : {}),
    shown: 'nothing',
  }
}

async function open(visit: NewVisit): Promise<Reply> {
  const { work } = visit
  if ((await receivingTeam(work)) === null) return noTeam
  const kept = await readDraft(work, CONTACT_DRAFT.form, CONTACT_DRAFT.recordKey)
  const draft = visit.query.draft === 'open' ? kept : null
  return await show(visit, { sent: draft?.fields ?? startingForm, draft, offered: draft ? null : kept })
}

async function send(visit: NewVisit): Promise<Reply> {
  const { work, sent } = visit
  const { form, recordKey } = CONTACT_DRAFT
  if (sent[SAVE_DRAFT] !== undefined) return await answerSaveDraft({ ...visit, path: URL }, form, recordKey)
  const changed = changeRows(sent)
  if (changed) {
    // The page that comes back is a tab of its own to the draft: it goes on from what this one had saved.
    const saved = await saveDraft(work, form, recordKey, changed)
    const draft = saved.kind === 'saved' ? await readDraft(work, form, recordKey) : null
    return await show(visit, { sent: changed, draft })
  }
  const team = await receivingTeam(work)
  if (team === null) return noTeam
  const { kind, sender } = await senderOf(work)
  const parsed = parseContact(sent, kind, sender, work)
  if (!parsed.ok) {
    await saveDraft(work, form, recordKey, sent)
    const draft = await readDraft(work, form, recordKey)
    return await show(visit, { sent, issues: parsed.issues, draft })
  }
  const { reference } = await receiveContact(work, parsed.wanted, team.id, work.actor.id)
  await dropDraft(work, form, recordKey)
  const made = kind === 'worker' ? await contactByReference(work, reference) : null
  return {
    kind: 'redirect',
    location: made ? `/front-door/contacts/${made.id}` : `/front-door/sent/${reference}`,
    success: `Saved. The reference is ${reference}`,
  }
}

const common = { url: URL, admits: ['practitioner', 'duty'], purpose: 'front_door', query } as const

/** A contact written down by a worker, or sent by a partner in their own name. */
export const newContactRoutes = [
  route({
    ...common,
    method: 'GET',
    summary: 'The form for a contact or a partner’s referral',
    handle: open,
  }),
  route({ ...common, method: 'POST', summary: 'Receives a contact or a partner’s referral', handle: send }),
]
