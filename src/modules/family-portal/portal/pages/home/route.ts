import { inside } from '../../portalRoute.ts'
import { readCopies, readCorrections } from '../../queries/readCopies.ts'
import { readMeetings } from '../../queries/readMeetings.ts'
import { readQuestions } from '../../queries/readQuestions.ts'
import { homePage } from './page.ts'

export const homeRoute = inside({
  method: 'GET',
  url: '/',
  async handle({ work, session }) {
    const copies = await readCopies(work)
    const meetings = await readMeetings(work)
    const questions = await readQuestions(work)
    const corrections = await readCorrections(work)
    return {
      kind: 'page',
      title: 'Messages',
      content: homePage({ readsAs: session.readsAs, copies, meetings, questions, corrections }),
      shown: { resource: 'paper_copy', rowIds: copies.map(({ id }) => id), action: 'list' },
    }
  },
})
