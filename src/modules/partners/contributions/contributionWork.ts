import { roleWord, type WorkSource } from '#modules/casework'
import { askedOfMe, lateForMe } from '../requests/requests.ts'
import { pathOf } from './pages/contributionHtml.ts'
import { askedOf, unreadOf } from './queries/unread.ts'

/** On one's own work: what was told of one's children and nobody has read, corrections for which somebody asks, and questions between agencies. */
export const contributionWork: WorkSource = {
  name: 'contributions',
  async items(work, workerId) {
    const unread = (await unreadOf(work, workerId)).map(({ id, personId, role }) => ({
      ...{ id, personId, dueOn: null },
      code: 'contribution',
      kindName: 'What other agencies told',
      title: `${roleWord(role)}: told, not read`,
      as: 'Holder of the case',
      way: { text: 'Read', href: pathOf(personId) },
    }))
    const asked = (await askedOf(work, workerId)).map(({ id, personId }) => ({
      ...{ id, personId, dueOn: null },
      code: 'contribution_query',
      kindName: 'Corrections asked for',
      title: 'Somebody asks you to correct what you told',
      as: 'Who told it',
      way: { text: 'Answer', href: pathOf(personId) },
    }))
    const requested = (await askedOfMe(work, workerId)).map(({ id, personId, answerBy }) => ({
      ...{ id, personId, dueOn: answerBy },
      code: 'agency_request',
      kindName: 'Questions to you',
      title: 'You are asked what you know',
      as: 'Who is asked',
      way: { text: 'Answer', href: pathOf(personId) },
    }))
    const late = (await lateForMe(work, workerId)).map(({ id, personId, answerBy }) => ({
      ...{ id, personId, dueOn: answerBy },
      code: 'agency_late',
      kindName: 'Answers that are late',
      title: 'An agency has not answered: ring them',
      as: 'Who asked',
      way: { text: 'Open', href: pathOf(personId) },
    }))
    return [...unread, ...asked, ...requested, ...late]
  },
}
