import { fieldErrors } from '#ui'
import { join, openInvitation, type Proof } from '../../../keys/join.ts'
import type { DoorRoute } from '../../portalRoute.ts'
import { cardPage, startPage, wordPage, wrongCode } from './joinPages.ts'

const textOf = (sent: Readonly<Record<string, unknown>>, name: string): string => {
  const value = sent[name]
  return typeof value === 'string' ? value.slice(0, 200) : ''
}

export const joinRoutes: readonly DoorRoute[] = [
  {
    method: 'GET',
    url: '/start',
    admits: 'anyone',
    async enter({ form }) {
      return startPage(form, '', fieldErrors([]))
    },
  },
  {
    method: 'POST',
    url: '/start',
    admits: 'anyone',
    isTry: true,
    async enter({ door, sent, form, token }) {
      const number = textOf(sent, 'number')
      const joining = await openInvitation(door, { number, code: textOf(sent, 'code'), replaces: token })
      if (joining === null) return startPage(form, number, wrongCode)
      return { kind: 'redirect', location: '/word', token: joining }
    },
  },
  {
    method: 'GET',
    url: '/word',
    admits: 'joining',
    async enter({ door, form, session }) {
      if (session?.stage !== 'joining') return { kind: 'redirect', location: '/' }
      return wordPage(door, session, form, '', fieldErrors([]))
    },
  },
  {
    method: 'POST',
    url: '/word',
    admits: 'joining',
    isTry: true,
    async enter({ door, form, session, sent, address, token }) {
      if (session?.stage !== 'joining') return { kind: 'redirect', location: '/' }
      const by = textOf(sent, 'by')
      const word = textOf(sent, 'word')
      const problems = problemsOf(word, by)
      if (problems.length > 0) return wordPage(door, session, form, by, fieldErrors(problems, ['word', 'by']))
      const proof: Proof = by === 'card' ? { by } : { by: 'authenticator', once: textOf(sent, 'once') }
      const joined = await join(door, session, { word, proof, address, token: token ?? '' })
      if (joined.kind === 'wrong number')
        return wordPage(
          door,
          session,
          form,
          by,
          fieldErrors([
            {
              path: ['once'],
              message: 'That is not the number that the app shows. Wait for the next one and type it',
            },
          ]),
        )
      if (joined.kind === 'too late') return { kind: 'redirect', location: '/sign-in', token: null }
      if (joined.card.length === 0) return { kind: 'redirect', location: '/', token: joined.token }
      return {
        kind: 'page',
        title: 'Your card',
        shown: 'nothing',
        content: cardPage(joined.card),
        token: joined.token,
      }
    },
  },
]

function problemsOf(word: string, by: string) {
  return [
    ...(word.trim().replace(/\s+/g, ' ').length < 8
      ? [{ path: ['word'], message: 'Choose a word, or words, of at least 8 letters' }]
      : []),
    ...(by === 'card' || by === 'authenticator'
      ? []
      : [{ path: ['by'], message: 'Choose how you want to get the number' }]),
  ]
}
