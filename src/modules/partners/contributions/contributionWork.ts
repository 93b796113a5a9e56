import { roleWord, type WorkSource } from '#modules/casework'
import { pathOf } from './pages/contributionHtml.ts'
import { askedOf, unreadOf } from './queries/unread.ts'

/** On one's own work: what was told of one's children and nobody has read, and corrections for which somebody asks. */
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
    return [...unread, ...asked]
  },
}
