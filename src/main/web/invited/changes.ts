import type { FastifyInstance, FastifyReply } from 'fastify'
import { beginNewDevice, changeWord } from '#platform/sign-in'
import type { FieldErrors } from '#ui'
import type { Parts } from '../parts.ts'
import { addEntry, type Entry, noErrors, proofOf, REFUSED, show, textOf } from './entry.ts'
import { entryPage } from './pages.ts'
import { chosenErrors, goOn } from './setUp.ts'

const newDevicePage = (entry: Entry, errors: FieldErrors): FastifyReply => {
  const title = 'Set up another authenticator app'
  const hint = 'One of your recovery codes, or the code of the app that you still have.'
  const form = {
    title,
    action: '/sign-in/new-device',
    email: textOf(entry, 'email'),
    errors,
    hint,
    button: 'Go on',
  }
  return show(entry, title, entryPage(form), errors)
}
const newDevice = {
  get: async (entry: Entry) => newDevicePage(entry, noErrors),
  post: async (entry: Entry) => {
    const token = await beginNewDevice(entry.door, proofOf(entry))
    return token === null ? newDevicePage(entry, REFUSED) : goOn(entry, token)
  },
}

const passphrasePage = (entry: Entry, errors: FieldErrors): FastifyReply => {
  const title = 'Change your passphrase'
  const hint = 'The 6 figures that your authenticator app shows now, or one of your recovery codes.'
  const form = {
    title,
    action: '/sign-in/passphrase',
    email: textOf(entry, 'email'),
    errors,
    hint,
    isChange: true,
    button: 'Change it',
  }
  return show(entry, title, entryPage(form), errors)
}
const passphrase = {
  get: async (entry: Entry) => passphrasePage(entry, noErrors),
  post: async (entry: Entry) => {
    const errors = chosenErrors(entry, textOf(entry, 'email'))
    if (errors !== null) return passphrasePage(entry, errors)
    return (await changeWord(entry.door, proofOf(entry), textOf(entry, 'chosen')))
      ? entry.reply.redirect('/sign-in/invited', 303)
      : passphrasePage(entry, REFUSED)
  },
}

/** Another authenticator and another passphrase, for whoever proves who they are. */
export function addInvitedChanges(server: FastifyInstance, parts: Parts): void {
  addEntry(server, parts, '/sign-in/new-device', newDevice)
  addEntry(server, parts, '/sign-in/passphrase', passphrase)
}
