import { type CommandContext, type CommandDeclaration, writesRecord } from '#platform/command-line'
import type { Database } from '#platform/db'
import { KithError } from '#platform/errors'
import { closeTrialAgency, openTrialAgency, receiveNotices } from '../demo/index.ts'
import { authorityOption, withAuthority } from '../installation/withAuthority.ts'
import { addressOf, askForToken, trialKeys } from './trialToken.ts'

/** A token stands for ten minutes; another is asked for well before. */
const RENEW = 5 * 60_000

/** Plays another agency's system: hears of children whom it is involved with, until it is stopped. */
export const demoAgency: CommandDeclaration = {
  name: 'agency',
  summary: 'receive notices of the running demonstration county as an agency’s system, until Ctrl-C',
  description:
    'Start Kith first, in another terminal. The system of the invented community trust subscribes to every topic since a month ago. Each minute the county sends what is new: a signed notice of ids alone, which is checked, fetched and acknowledged. Printed are its topic and the names of the facts; never a name, a number or a day.',
  options: [
    authorityOption,
    { flags: '--at <address>', doc: 'where Kith answers; BASE_URL, else this machine, when left out' },
  ],
  past: writesRecord('demo agency'),
  run: context =>
    withAuthority(context, async ({ database, installation }) => {
      if (!installation.madeByDemo)
        throw new KithError('KITH_USAGE', {
          sentence: `${installation.authorityName} is no demonstration: who hears of its children is kept under Administration, Subscriptions.`,
        })
      return await listenAs(context, database, installation.authorityCode)
    }),
}

async function listenAs(context: CommandContext, database: Database, authorityCode: string) {
  const { privateKey, keys } = await trialKeys()
  const at = addressOf(context)
  const heard: string[] = []
  let token = () => Promise.resolve('')
  const say = (line: string) => {
    heard.push(line)
    context.say(line)
  }
  const receiver = await receiveNotices({ at, token: () => token(), say })
  try {
    const agency = await openTrialAgency(database, { authorityCode, keys, address: receiver.address })
    if (agency === null)
      throw new KithError('KITH_USAGE', {
        sentence: 'No organisation of the NHS is involved with a child here.',
      })
    token = keptFor(RENEW, () => askForToken(at, agency.systemId, privateKey))
    await token() // says at once when nobody answers there
    context.say(`${agency.organisation} listens. What is new comes within a minute.`)
    await ended(context.signal)
    await closeTrialAgency(database, agency.systemId)
  } finally {
    await receiver.close()
  }
  return { text: `Ended. Notices: ${heard.length}.`, json: { heard: heard.length } }
}

/** Asks again only when what was answered is older. */
function keptFor(milliseconds: number, ask: () => Promise<string>): () => Promise<string> {
  let known = { answer: Promise.resolve(''), until: 0 }
  return () => {
    if (Date.now() >= known.until) known = { answer: ask(), until: Date.now() + milliseconds }
    return known.answer
  }
}

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
