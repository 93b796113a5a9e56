import { draftConflict } from '#platform/drafts'
import { notFound, type Reply, route } from '#platform/http'
import { type FormIssue, fieldErrors, type Html, html, plural } from '#ui'
import { childrenOf, decideContact } from '../../commands/decideContact.ts'
import { familiesNamed } from '../../queries/familiesNamed.ts'
import type { Contact } from '../../queries/readContact.ts'
import type { DecisionRefusal } from '../../rules/checkDecision.ts'
import { outcomeWords } from '../../rules/contactWords.ts'
import { backTo, type ContactVisit, versionOf } from '../contact/reply.ts'
import { contactParams, openContact } from '../contact/route.ts'
import { childFields, FOR_ALL, parseDecision } from './form.ts'
import { decidePage } from './page.ts'

type Refused = { readonly issues?: readonly FormIssue[]; readonly notice?: Html; readonly status?: number }

async function show(visit: ContactVisit, read: Contact, refused: Refused = {}): Promise<Reply> {
  const { issues = [], notice = null, status } = refused
  const children = await childrenOf(visit.work, read)
  const families = await familiesNamed(visit.work, read.people)
  const each = (children.length === 0 ? [null] : children.map(({ namedId }) => namedId)).flatMap(id =>
    Object.values(childFields(id)),
  )
  const errors = fieldErrors(
    issues,
    [FOR_ALL, ...each, 'families', 'reasons', 'signposted_to', 'threshold', 'noted'],
    {
      noted: 'noted-day',
    },
  )
  return {
    kind: 'page',
    title: 'Decide about a contact',
    current: '/front-door',
    back: `/front-door/contacts/${read.contact.id}`,
    hasErrors: issues.length > 0,
    status: status ?? (issues.length > 0 ? 422 : 200),
    content: decidePage({ ...read, children, families, sent: visit.sent, errors, form: visit.form, notice }),
    shown: { resource: 'contact', subjectIds: children.flatMap(({ personId }) => personId ?? []) },
  }
}

async function open(visit: ContactVisit): Promise<Reply> {
  const read = await openContact(visit, ({ mayDecide }) => mayDecide)
  if ('kind' in read) return read
  return read.contact.decided_at === null
    ? await show(visit, read)
    : backTo(read.contact.id, 'It is decided already')
}

async function decide(visit: ContactVisit): Promise<Reply> {
  const read = await openContact(visit, ({ mayDecide }) => mayDecide)
  if ('kind' in read) return read
  const children = await childrenOf(visit.work, read)
  const parsed = parseDecision(visit.sent, read.contact, children, versionOf(visit.sent), read.people)
  if (!parsed.ok && read.contact.decided_at === null)
    return await show(visit, read, { issues: parsed.issues })
  if (!parsed.ok) return await stale(visit, read)
  const done = await decideContact(visit.work, parsed.wanted)
  if (done.outcome === 'not_found' || done.outcome === 'not_yours') return notFound
  if (done.outcome === 'stale') return await stale(visit, done.contact)
  if (done.outcome === 'refused') return await show(visit, read, { issues: done.refusals.map(refusalIssue) })
  const waits = done.queued > 0 ? ` ${plural(done.queued, 'child waits', 'children wait')} for a worker.` : ''
  const left =
    done.leftOut > 0
      ? ` ${plural(done.leftOut, 'person was', 'people were')} not brought into the family: others hold somebody of it. Ask them.`
      : ''
  return backTo(
    read.contact.id,
    `Decided.${waits}${left}${done.isAnswered ? ' The partner has been answered.' : ''}`,
  )
}

/** Two decide at once: the second sees what the first did, beside what they wrote. */
async function stale(visit: ContactVisit, read: Contact): Promise<Reply> {
  const typed = (name: string) => (typeof visit.sent[name] === 'string' ? String(visit.sent[name]) : '')
  const [first] = read.decisions
  const notice = html`<div class="govuk-inset-text" role="alert"><p class="govuk-body"><strong>${
    first
      ? `This contact was decided meanwhile: ${outcomeWords[first.outcome]}.`
      : 'This contact was changed after you opened it.'
  }</strong> What you sent is not saved. <a class="govuk-link" href="/front-door/contacts/${read.contact.id}">See the contact as it is now</a>.</p></div>
${draftConflict({
  between: 'record',
  differences: [{ label: 'Reasons', yours: typed('reasons'), other: first?.reasons ?? 'Not decided yet' }],
})}`
  return await show(visit, read, { notice, status: 409 })
}

function refusalIssue(refused: DecisionRefusal): FormIssue {
  const at = (message: string): FormIssue => ({
    path: [childFields('namedId' in refused ? refused.namedId : null).outcome],
    message,
  })
  switch (refused.refusal) {
    case 'families_undecided':
      return { path: ['families'], message: 'Say whether the children are one family' }
    case 'no_child':
      return at('No child is named: only advice is possible. Name a child first')
    case 'not_matched':
      return at('Match this child with the record, or add a new person, first')
    case 'undecided':
      return at('Select a decision')
    case 'already_open':
      return at('This child is open already: pass it to the work that is open')
    case 'not_open':
      return at('No work is open for this child: select another decision')
  }
}

const common = {
  url: '/front-door/contacts/:contactId/decide',
  admits: ['practitioner', 'duty'],
  purpose: 'front_door',
  params: contactParams,
} as const

/** The threshold decision. */
export const decideRoutes = [
  route({ ...common, method: 'GET', summary: 'The form for the threshold decision', handle: open }),
  route({ ...common, method: 'POST', summary: 'Decides about every child of a contact', handle: decide }),
]
