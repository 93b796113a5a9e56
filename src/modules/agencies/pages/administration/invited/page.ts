import { type FormKeys, formFields } from '#platform/http'
import {
  button,
  errorsAbove,
  type FieldErrors,
  formatDateTime,
  type Html,
  html,
  nothing,
  select,
  table,
} from '#ui'
import type { WorkerInvitation } from '../../../commands/inviteWorker.ts'
import type { InvitedWorker, invitableWorkers } from '../../../queries/invitedWorkers.ts'
import { roleWords } from '../../../queries/roleWords.ts'

type Invitable = Awaited<ReturnType<typeof invitableWorkers>>[number]

const states: Readonly<Record<InvitedWorker['state'], string>> = {
  invited: 'Invited, not begun',
  lapsed: 'Invitation ran out',
  open: 'Signs in',
  expired: 'Expired',
  ended: 'Post ended, or signs in otherwise',
  withdrawn: 'Withdrawn',
}

const inRoles = (roles: readonly string[]): string =>
  roles.map(role => (role in roleWords ? roleWords[role as keyof typeof roleWords] : role)).join(', ')

/** Who signs in by invitation, and the form that invites. */
export function invitedPage(given: {
  readonly invited: readonly InvitedWorker[]
  readonly invitable: readonly Invitable[]
  readonly errors: FieldErrors
  readonly keys: () => FormKeys
}): Html {
  const { invited, invitable, errors, keys } = given
  return html`${errorsAbove(errors)}<h1 class="govuk-heading-l">Sign-in by invitation</h1>
<p class="govuk-body">For people of other organisations whose organisation has no sign-in of its own here. What they may see is decided by their work with a child, not here. An invitation ends by itself, an account too unless you renew it, and both end with the person’s post.</p>
${invited.length === 0 ? html`<p class="govuk-body">Nobody has been invited.</p>` : listOf(invited, keys)}
<h2 class="govuk-heading-m">Invite somebody</h2>
<form method="post" action="/administration/invited" novalidate>${formFields(keys())}
  ${select({
    name: 'worker',
    label: { text: 'Who' },
    hint: {
      text: 'Workers with an e-mail address who are in post with another organisation today, or whom a child or a coming meeting ties. Whoever has keys already gets new ones.',
    },
    errorMessage: errors.of('worker'),
    items: [
      { value: '', text: 'Choose' },
      ...invitable.map(one => ({
        value: one.id,
        text: `${one.name}, ${inRoles(one.roles)}, ${one.organisation}`,
      })),
    ],
  })}
  ${button({ text: 'Make an invitation', preventDoubleClick: true })}
</form>`
}

const listOf = (invited: readonly InvitedWorker[], keys: () => FormKeys): Html =>
  table({
    caption: 'Invited people',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: ['Who', 'Organisation', 'Role', 'State', 'Last sign-in', 'Expires', 'Change'].map(text => ({
      text,
    })),
    rows: invited.map(one => [
      { text: one.name },
      { text: one.organisation },
      { text: inRoles(one.roles) },
      { text: states[one.state] },
      { text: one.seenAt === null ? 'Never' : formatDateTime(one.seenAt) },
      { text: one.state === 'withdrawn' ? '' : formatDateTime(one.expiresAt) },
      { html: changes(one, keys) },
    ]),
  })

const changes = (one: InvitedWorker, keys: () => FormKeys): Html => {
  const withdraw = html`<form method="post" action="/administration/invited/${one.id}/withdraw">${formFields(keys())}${button(
    {
      html: html`Withdraw<span class="govuk-visually-hidden"> ${one.name}</span>`,
      classes: 'govuk-button--secondary',
      preventDoubleClick: true,
    },
  )}</form>`
  const renew = html`<p class="govuk-body"><a class="govuk-link" href="/administration/access-ending?of=${one.id}">Renew<span class="govuk-visually-hidden"> ${one.name}</span></a></p>`
  return html`${one.state === 'open' || one.state === 'expired' ? renew : nothing}${one.state === 'withdrawn' ? nothing : withdraw}`
}

/** The link, once: no page has it afterwards. */
export const linkPage = (
  origin: string,
  { link, endsAt }: WorkerInvitation,
): Html => html`<h1 class="govuk-heading-l">The invitation is made</h1>
<p class="govuk-body">Give this link to the person yourself, by a way that reaches nobody else. It works once, until ${formatDateTime(endsAt)}. <strong>This is the only time that you see it.</strong></p>
<div class="govuk-inset-text"><code>${origin}/sign-in/invitation#${link}</code></div>
<p class="govuk-body">Words to send with it: “You are invited to set up your sign-in to the council’s work record. Open the link, choose a passphrase and set up an authenticator app. If you did not expect this, do nothing and tell us.”</p>
<p class="govuk-body"><a class="govuk-link" href="/administration/invited">Back to who was invited</a></p>`
