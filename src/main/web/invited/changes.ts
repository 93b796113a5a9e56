import type { FastifyInstance, FastifyReply } from 'fastify'
import { beginNewDevice, changeWord } from '#platform/sign-in'
import type { FieldErrors } from '#ui'
import type { Parts } from '../parts.ts'
import { addEntry, type Entry, noErrors, proofOf, REFUSED, show, textOf } from './entry.ts'
import { type EntryForm, entryPage } from './pages.ts'
import { chosenErrors, goOn } from './setUp.ts'

/** What the two forms differ in. */
type Change = Pick<EntryForm, 'title' | 'action' | 'hint' | 'isChange' | 'button'>

const changePage = (entry: Entry, change: Change, errors: FieldErrors): FastifyReply =>
  show(entry, change.title, entryPage({ ...change, email: textOf(entry, 'email'), errors }), errors)

const NEW_DEVICE: Change = {
  title: 'Set up another authenticator app',
  action: '/sign-in/new-device',
  hint: 'One of your recovery codes, or the code of the app that you still have.',
  button: 'Go on',
}
const newDevice = {
  get: async (entry: Entry) => changePage(entry, NEW_DEVICE, noErrors),
  post: async (entry: Entry) => {
    const token = await beginNewDevice(entry.door, proofOf(entry))
    return token === null ? changePage(entry, NEW_DEVICE, REFUSED) : goOn(entry, token)
  },
}

const PASSPHRASE: Change = {
  title: 'Change your passphrase',
  action: '/sign-in/passphrase',
  hint: 'The 6 figures that your authenticator app shows now, or one of your recovery codes.',
  isChange: true,
  button: 'Change it',
}
const passphrase = {
  get: async (entry: Entry) => changePage(entry, PASSPHRASE, noErrors),
  post: async (entry: Entry) => {
    const errors = chosenErrors(entry, textOf(entry, 'email'))
    if (errors !== null) return changePage(entry, PASSPHRASE, errors)
    return (await changeWord(entry.door, proofOf(entry), textOf(entry, 'chosen')))
      ? entry.reply.redirect('/sign-in/invited', 303)
      : changePage(entry, PASSPHRASE, REFUSED)
  },
}

/** Another authenticator and another passphrase, for whoever proves who they are. */
export function addInvitedChanges(server: FastifyInstance, parts: Parts): void {
  addEntry(server, parts, '/sign-in/new-device', newDevice)
  addEntry(server, parts, '/sign-in/passphrase', passphrase)
}
