import type { FastifyInstance, FastifyReply } from 'fastify'
import {
  acceptLink,
  cookieName,
  cookieOptions,
  ENROLMENT_MINUTES,
  enrolmentSecret,
  finishEnrolment,
  invitedBy,
  objectionTo,
} from '#platform/sign-in'
import { type FieldErrors, html } from '#ui'
import { fieldsOf } from '../admit.ts'
import type { Parts } from '../parts.ts'
import { sendProblem, type Trouble } from '../sendProblem.ts'
import { addEntry, type Entry, noErrors, show, textOf, wrong } from './entry.ts'
import { codesPage, devicePage, invitationPage, linkPage } from './pages.ts'

const LINK_OVER: Trouble = {
  status: 410,
  title: 'This invitation cannot be used',
  sentences: [
    'It was used already, withdrawn, replaced or is too old.',
    'If you have used it, sign in. Otherwise ask the council’s administrator for another.',
  ],
  more: html`<p class="govuk-body"><a class="govuk-link" href="/sign-in/invited">Sign in</a></p>`,
}
const BEGIN_AGAIN: Trouble = {
  ...LINK_OVER,
  status: 400,
  title: 'Setting up did not finish',
  sentences: [
    'It took too long or was begun in another browser. Open your invitation again, or begin again with a recovery code.',
  ],
}

const enrolment = ({ parts }: Entry): string => cookieName('enrolment', parts.isSecure)

/** What is wrong with the passphrase that was chosen. */
export function chosenErrors(entry: Entry, email: string): FieldErrors | null {
  const against = objectionTo(textOf(entry, 'chosen'), email)
  if (against !== null) return wrong('chosen', against)
  return textOf(entry, 'chosen') === textOf(entry, 'again')
    ? null
    : wrong('again', 'Type the same passphrase twice')
}

/** Leads on to the authenticator. */
export function goOn(entry: Entry, token: string): FastifyReply {
  const { reply, parts } = entry
  reply.setCookie(enrolment(entry), token, cookieOptions(parts.isSecure, ENROLMENT_MINUTES * 60))
  return reply.redirect('/sign-in/device', 303)
}

const TITLE = 'Begin with your invitation'

/**
 * What an administrator handed over. The secret stands behind the # of the address, which browsers keep from servers, and comes in the
 * form: no log of a proxy has it (RFC 3986, section 3.5).
 */
const invitation = {
  get: async (entry: Entry) => show(entry, TITLE, linkPage, noErrors, ['invitation.js']),
  post: async (entry: Entry) => {
    const link = textOf(entry, 'link').trim()
    const invited = await invitedBy(entry.door, link)
    if (invited === undefined) return sendProblem(entry.request, entry.reply, entry.parts, LINK_OVER)
    const email = invited.email ?? ''
    const page = (errors: FieldErrors) => show(entry, TITLE, invitationPage(link, email, errors), errors)
    if (fieldsOf(entry.request)['chosen'] === undefined) return page(noErrors)
    const errors = chosenErrors(entry, email)
    if (errors !== null) return page(errors)
    const token = await acceptLink(entry.door, link, textOf(entry, 'chosen'))
    return token === null
      ? sendProblem(entry.request, entry.reply, entry.parts, LINK_OVER)
      : goOn(entry, token)
  },
}

/** The authenticator, of an invitation or in place of a lost one. */
const device = {
  get: (entry: Entry) => showDevice(entry, noErrors),
  post: async (entry: Entry) => {
    const { request, reply, parts, door } = entry
    const done = await finishEnrolment(door, request.cookies[enrolment(entry)] ?? '', textOf(entry, 'code'))
    if (done.kind === 'wrong')
      return showDevice(
        entry,
        wrong(
          'code',
          'This is not the code that the app shows now. Check the key and the time of your device',
        ),
      )
    reply.clearCookie(enrolment(entry), cookieOptions(parts.isSecure))
    if (done.kind !== 'enrolled') return sendProblem(request, reply, parts, LINK_OVER)
    return show(entry, 'Your recovery codes', codesPage(done.codes))
  },
}

async function showDevice(entry: Entry, errors: FieldErrors): Promise<FastifyReply> {
  const secret = await enrolmentSecret(entry.door, entry.request.cookies[enrolment(entry)] ?? '')
  return secret === null
    ? sendProblem(entry.request, entry.reply, entry.parts, BEGIN_AGAIN)
    : show(entry, 'Set up your authenticator app', devicePage(secret, errors), errors)
}

/** Setting up what somebody invited signs in with. */
export function addInvitedSetUp(server: FastifyInstance, parts: Parts): void {
  addEntry(server, parts, '/sign-in/invitation', invitation)
  addEntry(server, parts, '/sign-in/device', device)
}
