import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type FieldErrors, fieldErrors } from '#ui'
import { authorityContact } from '../../letters/authorityContact.ts'
import { beginLetter } from '../../letters/beginLetter.ts'
import { letterRecipients, recipientNamed } from '../../letters/letterRecipients.ts'
import { letterTemplate } from '../../letters/templates.ts'
import { familyChildren } from '../../queries/familyChildren.ts'
import { Fields } from '../frame/fields.ts'
import { personParams, recordWriters } from '../frame/recordParams.ts'
import { smallPage } from '../frame/smallForm.ts'
import { authorityNameOf } from './authorityNameOf.ts'
import { newLetterPage } from './newPage.ts'

const url = '/people/:personId/letters/new'
type NewVisit = Pick<Visit<{ personId: Uuid }, unknown, unknown>, 'work' | 'params' | 'sent' | 'form'>

const askTeam: Reply = {
  kind: 'forbidden',
  ask: 'You may read this record but not write in it. Ask the worker or team that holds the case to write the letter.',
}

async function page({ work, params, sent, form }: NewVisit, errors: FieldErrors): Promise<Reply> {
  const recipients = await letterRecipients(work, params.personId)
  const children = (await familyChildren(work, params.personId, 'papers')).filter(child => child.mayWrite)
  const people = [...recipients.filter(({ kind }) => kind === 'person'), ...children]
  return smallPage(work, params.personId, {
    title: 'Write a letter - Record',
    resource: 'letter_form',
    tab: 'documents',
    hasErrors: errors.list.length > 0,
    alsoNamed: people.map(({ id }) => id),
    content: async () =>
      newLetterPage({
        personId: params.personId,
        recipients,
        children,
        sent,
        errors,
        keys: form,
      }),
  })
}

const show = route({
  method: 'GET',
  url,
  admits: recordWriters,
  summary: 'Chooses the kind of a letter and who it goes to',
  purpose: 'casework',
  params: personParams,
  async handle(visit): Promise<Reply> {
    const [child] = await familyChildren(visit.work, visit.params.personId, 'papers')
    if (child === undefined) return notFound
    return child.mayWrite ? page({ ...visit, sent: {} }, fieldErrors([])) : askTeam
  },
})

const begin = route({
  method: 'POST',
  url,
  admits: recordWriters,
  summary: 'Begins a letter from a template to somebody of the record',
  purpose: 'casework',
  params: personParams,
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const children = await familyChildren(work, params.personId, 'papers')
    if (!children[0]?.mayWrite) return notFound
    const fields = new Fields(sent)
    const template = letterTemplate(fields.typed('template'))
    if (template === null) fields.problem('template', 'Select what kind of letter it is')
    const recipient = await recipientNamed(work, params.personId, fields.typed('recipient'))
    if (recipient === null) fields.problem('recipient', 'Select who the letter goes to')
    else if (template !== null && !template.audience.includes(recipient.audience))
      fields.problem(
        'template',
        'This kind of letter is not for the person you selected. Select another kind',
      )
    if (template === null || recipient === null || fields.issues.length > 0)
      return page(visit, fieldErrors(fields.issues, ['recipient', 'template', 'children']))
    const others = children.filter(
      child => child.mayWrite && child.id !== params.personId && fields.isTicked('children', child.id),
    )
    const letterId = await beginLetter(work, {
      personIds: [params.personId, ...others.map(({ id }) => id)],
      template,
      recipient,
      authority: await authorityContact(work, authorityNameOf(visit)),
    })
    return { kind: 'redirect', location: `/people/${params.personId}/letters/${letterId}` }
  },
})

export const newLetterRoutes = [show, begin]
