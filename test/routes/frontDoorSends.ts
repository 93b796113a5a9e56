import { letters } from './fills.ts'
import type { Fields, SendRoute, Stage } from './shapes.ts'

/** A contact that the duty team received, about one child. @returns its address */
async function contactOf({ visitors }: Stage, more: Fields = {}): Promise<string> {
  const { headers } = await visitors.queueWorker.post('/front-door/contacts/new', {
    channel: 'telephone',
    worries: `Nobody collected the child ${letters()}`,
    ...more,
  })
  return String(headers.location)
}

const onContact =
  (rest: string, fields: Fields): SendRoute['fill'] =>
  async stage => ({ by: 'queueWorker', url: `${await contactOf(stage)}${rest}`, fields })

const advised: Fields = { version: '1', 'outcome-whole': 'advice', reasons: 'A question about school places' }
const namedChild: Fields = { 'person-0-role': 'child', 'person-0-given': 'Wilhelmina' }

const named: SendRoute['fill'] = async stage => {
  const newName = { 'person-0-given': `Madeup${letters()}`, 'person-0-family': `Invented${letters()}` } // words new to the search
  const url = await contactOf(stage, { ...namedChild, ...newName })
  const { body } = await stage.visitors.queueWorker.get(url)
  const [address] = /\/front-door\/contacts\/[0-9a-f-]{36}\/people\/[0-9a-f-]{36}/.exec(body) ?? []
  return { by: 'queueWorker', url: address ?? url, fields: { act: 'new_after_looking' } }
}

/** The forms of the front door. */
export const frontDoorSends: Readonly<Record<string, SendRoute>> = {
  '/front-door/contacts/new': {
    fill: async () => ({
      by: 'queueWorker',
      url: '/front-door/contacts/new',
      fields: { channel: 'telephone', worries: 'Nobody collected the child', ...namedChild },
    }),
  },
  '/front-door/contacts/:contactId/rate': {
    fill: onContact('/rate', { version: '1', rag: 'amber', rag_reason: 'Second time this month' }),
  },
  '/front-door/contacts/:contactId/danger': {
    fill: onContact('/danger', { version: '1', danger: 'Locked in', action: 'Police are on their way' }),
  },
  '/front-door/contacts/:contactId/contributions': {
    fill: onContact('/contributions', { body: 'Known to us since spring' }),
  },
  '/front-door/contacts/:contactId/people': { fill: onContact('/people', namedChild) },
  '/front-door/contacts/:contactId/people/:namedId': { fill: named },
  '/front-door/contacts/:contactId/decide': { fill: onContact('/decide', advised) },
  '/front-door/contacts/:contactId/feedback': {
    fill: async stage => {
      const url = await contactOf(stage)
      await stage.visitors.queueWorker.post(`${url}/decide`, advised)
      return {
        by: 'queueWorker',
        url: `${url}/feedback`,
        fields: { channel: 'telephone', body: 'Thank you. It has been dealt with.' },
      }
    },
  },
}
