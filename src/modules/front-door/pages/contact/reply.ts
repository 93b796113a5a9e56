import { draftConflict } from '#platform/drafts'
import { notFound, type Reply, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type FormIssue, html } from '#ui'
import { formErrors } from '../contact-form/formErrors.ts'
import { contactPage } from './page.ts'
import { type ContactView, readView } from './view.ts'

export type ContactVisit = Visit<{ readonly contactId: Uuid }, unknown, unknown>

/** The page of a contact, with what was typed and what is wrong with it when a form was refused. */
export async function contactReply(
  { work, params, form, sent }: ContactVisit,
  refused: {
    readonly issues?: readonly FormIssue[]
    readonly notice?: ContactView['notice']
    readonly status?: number
  } = {},
): Promise<Reply> {
  const { issues = [], notice = null } = refused
  const view = await readView(work, params.contactId, { form, sent, errors: formErrors(issues), notice })
  if (view === null) return notFound
  const status = refused.status ?? (issues.length > 0 ? 422 : 200)
  return {
    kind: 'page',
    title: 'Contact at the front door',
    current: '/front-door',
    back: '/front-door',
    isWide: true,
    hasErrors: issues.length > 0,
    status,
    content: contactPage(view),
    shown: {
      resource: 'contact',
      subjectIds: [
        ...new Set([
          ...view.matched.keys(),
          ...[...view.candidates.values()].flatMap(list => list.map(({ id }) => id)),
        ]),
      ],
    },
  }
}

/** Somebody changed or decided it since the form was opened: both texts are shown, nothing is lost. */
export async function staleReply(
  visit: ContactVisit,
  differences: Parameters<typeof draftConflict>[0]['differences'],
): Promise<Reply> {
  const notice = html`<div class="govuk-inset-text" role="alert"><p class="govuk-body"><strong>Somebody changed or decided this contact after you opened it.</strong> What you sent is not saved. The contact as it is now stands below; what you wrote is kept here.</p></div>
${draftConflict({ between: 'record', differences })}`
  return await contactReply(visit, { notice, status: 409 })
}

/** A number that a form carried, or none that any contact has. */
export const versionOf = (sent: Readonly<Record<string, unknown>>): number => {
  const version = Number(sent['version'])
  return Number.isInteger(version) ? version : -1
}

export const backTo = (id: Uuid, success: string, part = ''): Reply => ({
  kind: 'redirect',
  location: `/front-door/contacts/${id}${part}`,
  success,
})
