import { buttonForm, type FamilyChild } from '#modules/casework'
import type { PersonSummary } from '#modules/people'
import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  checkboxes,
  errorsAbove,
  type FieldErrors,
  formatDate,
  formatDateTime,
  type Html,
  html,
  input,
  nothing,
  radios,
  summaryList,
  textarea,
} from '#ui'
import type { Account } from '../../queries/accountsOf.ts'

/** Somebody who may be given an account. */
export type Candidate = { readonly person: PersonSummary; readonly hasResponsibility: boolean }

export type AccessView = {
  readonly childId: Uuid
  readonly accounts: readonly Account[]
  readonly people: ReadonlyMap<Uuid, PersonSummary>
  readonly children: readonly FamilyChild[]
  readonly candidates: readonly Candidate[]
  readonly mayWrite: boolean
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly keys: FormKeys
}

const nameOf = (view: AccessView, id: Uuid): string =>
  view.people.get(id)?.displayName ?? 'Somebody whom you do not see'

/** Who of the family may sign in, how far each has come, and the form that opens an account. */
export function accessPage(view: AccessView): Html {
  return html`${errorsAbove(view.errors)}<h1 class="govuk-heading-l">The family’s own access</h1>
<p class="govuk-body">Whoever has an account reads what was released to them through the portal, and nothing else. <a class="govuk-link" href="/people/${view.childId}/family-words">What the family has said</a></p>
${view.accounts.length === 0 ? html`<p class="govuk-body">Nobody has an account.</p>` : view.accounts.map(account => accountCard(view, account))}
${view.mayWrite ? openForm(view) : nothing}`
}

function accountCard(view: AccessView, account: Account): Html {
  const rows: readonly (readonly [string, string])[] = [
    ['In the matter of', account.children.map(id => nameOf(view, id)).join(', ')],
    ...(account.decidedBecause === null ? [] : [['By decision', account.decidedBecause] as const]),
    ['Careful mode', account.isCareful ? 'On: sessions end after 10 minutes' : 'Off'],
    ['Messages go to', channelWords(account)],
    ['Invitation', stateWords(account)],
    ...(account.closedAt === null
      ? []
      : [['Closed', `${formatDateTime(account.closedAt)}: ${account.closedBecause ?? ''}`] as const]),
  ]
  return html`<h2 class="govuk-heading-m">${nameOf(view, account.of)}</h2>
${summaryList({ rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })) })}
${view.mayWrite && account.closedAt === null ? actions(view, account) : nothing}`
}

const channelWords = ({ channel }: Account): string =>
  channel === null
    ? 'Nowhere: no safe channel on record that you may see'
    : `${channel.kind === 'email' ? 'E-mail' : 'Text'} to ${channel.address}, agreed ${formatDate(channel.agreedOn)}: ${channel.agreedWith}`

function stateWords({ key }: Account): string {
  if (key === null) return 'None given yet'
  if (key.hasJoined) {
    const seen = key.seenAt === null ? 'not used since' : `last signed in ${formatDateTime(key.seenAt)}`
    const by = key.hasAuthenticator ? 'an app' : `a card with ${key.numbersLeft} numbers left`
    return `Used: they sign in with ${by}, ${seen}`
  }
  if (key.isVoid) return 'Void after five wrong codes: give a new one'
  return key.codeEndsAt === null
    ? 'Void'
    : `Given and not used yet; it ends ${formatDateTime(key.codeEndsAt)}`
}

function actions(view: AccessView, account: Account): Html {
  const base = `/people/${view.childId}/family-access/${account.id}`
  const who = html`<span class="govuk-visually-hidden"> for ${nameOf(view, account.of)}</span>`
  return html`${buttonForm(`${base}/invitation`, html`${account.key === null ? 'Make an invitation' : 'Make a new invitation (what they have now stops working)'}${who}`, view.keys)}
${account.key?.hasJoined ? buttonForm(`${base}/card`, html`Make a new card (the card or app they have now stops working)${who}`, view.keys) : nothing}
<p class="govuk-body"><a class="govuk-link" href="${base}/channel">${account.channel === null ? 'Record a safe channel' : 'Change or end the safe channel'}${who}</a></p>
<form method="post" action="${base}/close" novalidate>${formFields(view.keys)}<input type="hidden" name="version" value="${account.version}">
${input({ name: `because-${account.id}`, label: { html: html`Why it is closed${who}` }, errorMessage: view.errors.of(`because-${account.id}`) })}
${button({ html: html`Close at once${who}`, classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`
}

const textOf = (view: AccessView, name: string): string => {
  const value = view.sent[name]
  return typeof value === 'string' ? value : ''
}

const ticked = (view: AccessView, name: string, value: string, fresh: boolean): boolean => {
  if (!('who' in view.sent) && !('children' in view.sent) && Object.keys(view.sent).length === 0) return fresh
  return [view.sent[name]].flat().includes(value)
}

function openForm(view: AccessView): Html {
  const writable = view.children.filter(({ mayWrite }) => mayWrite)
  return html`<h2 class="govuk-heading-m">Open an account</h2>
<form method="post" action="/people/${view.childId}/family-access" novalidate>
${formFields(view.keys)}
${radios({
  name: 'who',
  value: textOf(view, 'who'),
  errorMessage: view.errors.of('who'),
  fieldset: { legend: { text: 'Who signs in', classes: 'govuk-fieldset__legend--s' } },
  items: view.candidates.map(({ person, hasResponsibility }) => ({
    value: person.id,
    text: person.displayName,
    hint: {
      text:
        person.id === view.childId
          ? 'The child'
          : hasResponsibility
            ? 'Has parental responsibility'
            : 'No parental responsibility on record: an account is a decision',
    },
  })),
})}
${checkboxes({
  name: 'children',
  errorMessage: view.errors.of('children'),
  fieldset: { legend: { text: 'In the matter of', classes: 'govuk-fieldset__legend--s' } },
  items: writable.map(child => ({
    value: child.id,
    text: child.displayName,
    checked: ticked(view, 'children', child.id, child.id === view.childId),
  })),
})}
${textarea({ name: 'decidedBecause', label: { text: 'The decision and its reason' }, hint: { text: 'Needed for somebody without parental responsibility for each of these children.' }, rows: 3, value: textOf(view, 'decidedBecause'), errorMessage: view.errors.of('decidedBecause') })}
${checkboxes({
  name: 'careful',
  items: [
    {
      value: 'yes',
      text: 'Careful mode: sessions end after 10 minutes',
      hint: { text: 'Leave it on unless you know that nobody else looks at their phone.' },
      checked: ticked(view, 'careful', 'yes', true),
    },
  ],
})}
${button({ text: 'Open the account', preventDoubleClick: true })}
</form>`
}
